namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>One data set a model was trained on.</summary>
public sealed class DatasetFact
{
    /// <summary>Its version, as text.</summary>
    public string? Version { get; init; }

    /// <summary>Files by path, ordinal order; <see cref="ModelFile.Format"/> may be empty.</summary>
    public IReadOnlyDictionary<string, ModelFile> Files { get; init; } = new Dictionary<string, ModelFile>();
}
