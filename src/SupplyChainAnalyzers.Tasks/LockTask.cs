using Microsoft.Build.Framework;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>
/// What every task needs that looks at a lock. Says nothing itself: the projects of the build decide at which level to
/// hear it. Here, at the edge, the environment is read; nothing is ever written to it.
/// </summary>
public abstract class LockTask : SupplyChainTask
{
    private protected LockTask()
    {
    }

    /// <summary>Absolute path of models.lock.</summary>
    [Required]
    public string Lock { get; set; } = "";

    /// <summary>Absolute path of the policy; empty takes the one beside the lock, or the built-in default.</summary>
    public string? Policy { get; set; }

    /// <summary>audit, default or strict; empty takes the policy's own.</summary>
    public string? Mode { get; set; }

    /// <summary>SHA-256 the policy must have; empty when none is required.</summary>
    public string? RequiredPolicy { get; set; }

    /// <summary>Whether to hash everything, whatever the caches say.</summary>
    public bool NoCache { get; set; }

    /// <summary>The property of this name. Empty on most machines that are one, so the environment is asked as well.</summary>
    public string? ContinuousIntegrationBuild { get; set; }

    /// <summary>Absolute path of the dotnet host; empty when the build does not know it.</summary>
    public string? Dotnet { get; set; }

    private protected VerificationRequest Request() => new()
    {
        LockPath = Lock,
        PolicyPath = NullIfEmpty(Policy),
        Mode = NullIfEmpty(Mode),
        RequiredPolicySha256 = NullIfEmpty(RequiredPolicy),
        CacheDirectory = CacheDirectory(),
        // One answer serves build, publish and pack: GroupFindings tells them apart.
        RequireFetched = true,
    };

    // What is wrong with lock and policy has been said by VerifyModels. If it is an error, the build did not get to the
    // other tasks, unless one of the two was changed in between.
    private protected static bool IsNews(DecidedFinding decided) =>
        decided.Level == Level.Error || !decided.Finding.Rule.IsAboutInput;

    private string? CacheDirectory() =>
        NoCache || ContinuousIntegration.IsDetected(Environment.GetEnvironmentVariable, ContinuousIntegrationBuild)
            ? null
            : CacheLocation.Default(Environment.GetEnvironmentVariable);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
