namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>How a model was trained. All values are text, so that no float is ever rounded.</summary>
public sealed class TrainingFact
{
    /// <summary>Version by framework, ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Frameworks { get; init; } = new Dictionary<string, string>();

    /// <summary>Random seed.</summary>
    public string? Seed { get; init; }

    /// <summary>Value by hyperparameter, ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Hyperparameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Hardware, free text.</summary>
    public string? Hardware { get; init; }
}
