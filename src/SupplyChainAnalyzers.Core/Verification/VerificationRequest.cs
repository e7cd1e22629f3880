namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>What to verify and how.</summary>
public sealed record VerificationRequest
{
    /// <summary>Absolute path of models.lock.</summary>
    public required string LockPath { get; init; }

    /// <summary>Absolute path of the policy; null takes models.policy.json beside the lock, or the built-in default.</summary>
    public string? PolicyPath { get; init; }

    /// <summary>audit, default or strict; null takes the policy's own.</summary>
    public string? Mode { get; init; }

    /// <summary>64 hex digits the policy's bytes must have; null when none is required.</summary>
    public string? RequiredPolicySha256 { get; init; }

    /// <summary>Folder of the hash cache; null uses none (CI, <c>--full</c>).</summary>
    public string? CacheDirectory { get; init; }

    /// <summary>Absolute paths of the files the caller uses; null verifies the whole lock.</summary>
    public IReadOnlyCollection<string>? Scope { get; init; }

    /// <summary>Whether files with <c>presence: fetch</c> must be there (publish, pack).</summary>
    public bool RequireFetched { get; init; }

    /// <summary>Whether to look inside files; not where that was done before and only their bytes can have changed.</summary>
    public bool InspectContent { get; init; } = true;

    /// <summary>off, fast, standard or deep: how deep behavioural checks go at least; null takes what lock and policy say.</summary>
    public string? Behavior { get; init; }

    /// <summary>How to start the scanner; null when there is none, which is a finding where a file needs it.</summary>
    public Scanning.ScannerOptions? Scanner { get; init; }

    /// <summary>Whether to tell who vouches for each model; what an earlier verification has concluded is not taken then.</summary>
    public bool Explain { get; init; }

    /// <summary>The day that decides whether an exemption still holds (UTC); null takes the clock's.</summary>
    public DateTime? TodayUtc { get; init; }

    /// <summary>Told, in a line for people, before something that can take minutes.</summary>
    public Action<string>? Notice { get; init; }

    /// <summary>Told bytes done and bytes in all while hashing; may be called from any thread.</summary>
    public Action<long, long>? Progress { get; init; }
}
