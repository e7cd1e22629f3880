namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>What a models.lock says: facts about model files, in ordinal order of their names.</summary>
public sealed record ModelsLock
{
    /// <summary>The only version there is.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The file's name, on every platform.</summary>
    public const string FileName = "models.lock";

    /// <summary>Models by name, ordinal order.</summary>
    public IReadOnlyDictionary<string, ModelEntry> Models { get; init; } = new Dictionary<string, ModelEntry>();

    /// <summary>Hosted models (an API instead of a file) by name, ordinal order.</summary>
    public IReadOnlyDictionary<string, HostedModel> Hosted { get; init; } = new Dictionary<string, HostedModel>();
}
