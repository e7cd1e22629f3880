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

    /// <summary>Absolute path of the policy that says whose signatures count; empty takes the one beside the lock.</summary>
    public string? Policy { get; set; }

    /// <summary>Absolute path of the dotnet host; empty when the build does not know it.</summary>
    public string? Dotnet { get; set; }

    private protected override void Run(CancellationToken cancellation)
    {
        var outcome = LockFile.Update(Lock, new LockOptions { PolicyPath = string.IsNullOrEmpty(Policy) ? null : Policy, Scanner = TaskScanner.Find(Dotnet) }, cancellation);
        foreach (var finding in outcome.Findings)
            Say(CarriedFinding.Of(finding));

        if (outcome.Lock is not { } models)
            return;

        var done = outcome.IsWritten ? "written" : "is up to date";
        Log.LogMessage(MessageImportance.High, "{0}", Printable.Message($"{Lock} {done}: {models.Models.Count} models, {outcome.Changes.Count} changes, {outcome.Hashed} files read"));
    }
}
