using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>The behavioural checks a model declares, and the data they run on.</summary>
public sealed class BehaviorFact
{
    /// <summary>Probe inputs, relative to the model's folder.</summary>
    public string? ProbePath { get; init; }

    /// <summary>SHA-256 of the probe.</summary>
    public string? ProbeSha256 { get; init; }

    /// <summary>SHA-256 of the golden outputs.</summary>
    public string? GoldenSha256 { get; init; }

    /// <summary>Largest accepted difference, as text.</summary>
    public string? GoldenTolerance { get; init; }

    /// <summary>Names of the checks, in the order written.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>Where the object stands.</summary>
    public TextRegion Region { get; init; }
}
