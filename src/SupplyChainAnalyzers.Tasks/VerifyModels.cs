using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>Verifies a lock. Says nothing itself: the projects of the build decide at which level to hear it.</summary>
[MSBuildMultiThreadableTask]
public sealed class VerifyModels : SupplyChainTask
{
    /// <summary>Absolute path of models.lock.</summary>
    [Required]
    public string Lock { get; set; } = "";

    /// <summary>Absolute path of the policy; empty takes the built-in default.</summary>
    public string? Policy { get; set; }

    /// <summary>audit, default or strict; empty takes the policy's own.</summary>
    public string? Mode { get; set; }

    /// <summary>SHA-256 the policy must have; empty when none is required.</summary>
    public string? RequiredPolicy { get; set; }

    /// <summary><c>items</c> verifies the models that <see cref="Items"/> are of; anything else the whole lock.</summary>
    public string? Scope { get; set; }

    /// <summary>Absolute paths, one a line.</summary>
    public string? Items { get; set; }

    /// <summary>Whether to hash everything, whatever the caches say.</summary>
    public bool NoCache { get; set; }

    /// <summary>The property of this name; empty on most machines that are one.</summary>
    public string? ContinuousIntegrationBuild { get; set; }

    /// <summary>Absolute path of the dotnet host; empty when it is not known.</summary>
    public string? Dotnet { get; set; }

    /// <summary>Absolute path of the scanner.</summary>
    public string? Scanner { get; set; }

    /// <summary>Items of Kind <c>finding</c> (a carried finding) and one of Kind <c>summary</c> (a line of text).</summary>
    [Output]
    public ITaskItem[] Answer { get; private set; } = [];

    private protected override void Run(CancellationToken cancellation)
    {
        var result = ModelVerifier.Verify(
            new VerificationRequest
            {
                LockPath = Lock,
                PolicyPath = NullIfEmpty(Policy),
                Mode = NullIfEmpty(Mode),
                RequiredPolicySha256 = NullIfEmpty(RequiredPolicy),
                Scope = Scope == "items" ? (Items ?? "").Split('\n') : null,
                RequireFetched = true,
            },
            cancellation);

        var summary = string.Format(CultureInfo.InvariantCulture, "models: {0}, files: {1}, findings: {2}", result.Models, result.Files, result.Findings.Count);
        Answer = [Item("summary", summary), .. result.Findings.Select(static finding => Item("finding", CarriedFinding.Of(finding).Write()))];
        Log.LogMessage(MessageImportance.Low, "{0}: {1} hashed ({2} bytes), {3} from the cache", summary, result.Hashed, result.BytesHashed, result.Cached);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static TaskItem Item(string kind, string text)
    {
        var item = new TaskItem(text);
        item.SetMetadata("Kind", kind);
        return item;
    }
}
