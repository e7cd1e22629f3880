using Microsoft.Build.Framework;
using SupplyChainAnalyzers.Core.Locking;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>Writes models.lock: what <c>models lock</c> does, for those who have the package but not the tool.</summary>
[MSBuildMultiThreadableTask]
public sealed class LockModels : SupplyChainTask
{
    /// <summary>Absolute path of models.lock, there or not.</summary>
    [Required]
    public string Lock { get; set; } = "";

    private protected override void Run(CancellationToken cancellation)
    {
        var outcome = LockFile.Update(Lock, new LockOptions(), cancellation);
        foreach (var finding in outcome.Findings)
            Say(CarriedFinding.Of(finding));

        if (outcome.Lock is not { } models)
            return;

        var done = outcome.IsWritten ? "written" : "is up to date";
        Log.LogMessage(MessageImportance.High, "{0}", Printable.Message($"{Lock} {done}: {models.Models.Count} models, {outcome.Changes.Count} changes, {outcome.Hashed} files read"));
    }
}
