using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>Verifies the files a lock declares, where they lie.</summary>
[MSBuildMultiThreadableTask]
public sealed class VerifyModels : LockTask
{
    /// <summary>Whether somebody has switched verification off; that is all there is to say then.</summary>
    public bool SwitchedOff { get; set; }

    /// <summary>Whether there is no lock: <see cref="LockTask.Lock"/> is where it would be.</summary>
    public bool IsMissing { get; set; }

    /// <summary><c>items</c> verifies the models that <see cref="Items"/> are of; anything else the whole lock.</summary>
    public string? Scope { get; set; }

    /// <summary>Absolute paths, one a line.</summary>
    public string? Items { get; set; }

    /// <summary>off, fast, standard or deep; empty takes what lock and policy say.</summary>
    public string? Behavior { get; set; }

    /// <summary>Items of Kind <c>finding</c> (a carried finding) and one of Kind <c>summary</c> (a line of text).</summary>
    [Output]
    public ITaskItem[] Answer { get; private set; } = [];

    private protected override void Run(CancellationToken cancellation)
    {
        var result = Verify(cancellation);
        var summary = string.Format(CultureInfo.InvariantCulture, "models: {0}, files: {1}, findings: {2}", result.Models, result.Files, result.Findings.Count);
        Answer = [Item("summary", summary), .. result.Findings.Select(static finding => Item("finding", CarriedFinding.Of(finding).Write()))];
        Log.LogMessage(MessageImportance.Low, "{0}, hashed: {1} ({2} bytes), from the cache: {3}", summary, result.Hashed, result.BytesHashed, result.Cached);
    }

    private VerificationResult Verify(CancellationToken cancellation)
    {
        var request = Request();
        if (SwitchedOff)
            return NothingVerified.SwitchedOff(request, "SupplyChainVerify=false");

        if (IsMissing)
            return NothingVerified.NoLock(request);

        var scope = Scope == "items" ? (Items ?? "").Split('\n') : null;
        return ModelVerifier.Verify(
            request with
            {
                Scope = scope,
                Scanner = TaskScanner.Find(Dotnet),
                Behavior = string.IsNullOrEmpty(Behavior) ? null : Behavior,
                Notice = line => Log.LogMessage(MessageImportance.High, "{0}", line),
            },
            cancellation);
    }

    private static TaskItem Item(string kind, string text)
    {
        var item = new TaskItem(text);
        item.SetMetadata("Kind", kind);
        return item;
    }
}
