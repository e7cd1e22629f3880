using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Manifest.Reading;

namespace SupplyChainAnalyzers.Core.Locking;

/// <summary>What to lock and how.</summary>
public sealed record LockOptions
{
    /// <summary>Models of the lock to look at again; the others stay as they are and no new ones are sought. Null: everything.</summary>
    public IReadOnlyCollection<string>? Names { get; init; }

    /// <summary>Folder to search, relative to the lock's, '/' separated; models elsewhere stay as they are.</summary>
    public string SearchPath { get; init; } = ".";

    /// <summary>Whether to search what .gitignore excludes, too.</summary>
    public bool IncludeIgnored { get; init; }

    /// <summary><c>owner/name</c> on the Hugging Face hub, for downloads whose metadata has the revision only.</summary>
    public string? HubRepository { get; init; }

    /// <summary>Whether the hub could know a repository of this name.</summary>
    public static bool IsHubRepository(string repository) => Locators.IsRepository(SourceType.HuggingFace, repository);

    /// <summary>Whether to begin with nothing instead of the lock that is there. What only the lock says (licenses, signatures, provenance) is lost.</summary>
    public bool Rebuild { get; init; }

    /// <summary>Absolute path of the policy under which signatures are verified; null takes models.policy.json beside the lock.</summary>
    public string? PolicyPath { get; init; }

    /// <summary>How to start the scanner that verifies signatures; null when there is none: then what was recorded of unchanged models stays.</summary>
    public Scanning.ScannerOptions? Scanner { get; init; }

    /// <summary>Whether to run ONNX models and record what they give; needs <see cref="Scanner"/>.</summary>
    public bool Golden { get; init; }

    /// <summary>Absolute path of inputs that the one model of <see cref="Names"/> is checked with, in its folder; null leaves what the lock says.</summary>
    public string? Probe { get; init; }

    /// <summary>The same for the inputs' classes.</summary>
    public string? Labels { get; init; }

    /// <summary>The same for what it was trained on.</summary>
    public string? Training { get; init; }

    /// <summary>Whether any of these is given.</summary>
    public bool HasBehaviorData => (Probe ?? Labels ?? Training) is not null;

    /// <summary>Told bytes done and bytes in all while hashing; may be called from any thread.</summary>
    public Action<long, long>? Progress { get; init; }
}
