using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>Where a model's weights come from, as recorded.</summary>
public sealed class ProvenanceFact
{
    /// <summary>Name of the base model in the same lock.</summary>
    public string? BaseModel { get; init; }

    /// <summary>Data sets by name, ordinal order.</summary>
    public IReadOnlyDictionary<string, DatasetFact> Datasets { get; init; } = new Dictionary<string, DatasetFact>();

    /// <summary>How it was trained; null when not recorded.</summary>
    public TrainingFact? Training { get; init; }

    /// <summary>In-toto attestation, relative to the model's folder.</summary>
    public string? Attestation { get; init; }

    /// <summary>Metric by <c>name/data set</c>, as text, ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Evaluation { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the object stands.</summary>
    public TextRegion Region { get; init; }
}
