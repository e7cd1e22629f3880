using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Locking.Grouping;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Locking.Planning;

/// <summary>A model of the lock to come, before its files are hashed.</summary>
internal sealed class PlannedModel
{
    /// <summary>Its name; null until a new model gets one.</summary>
    public string? Name { get; set; }

    /// <summary>Folder relative to the lock's, '/' separated.</summary>
    public required string Path { get; init; }

    /// <summary>What the lock said before; null for a new model.</summary>
    public ModelEntry? Before { get; set; }

    /// <summary>What a new model was found as.</summary>
    public ModelGroup? Group { get; init; }

    /// <summary>Files to hash, by their path relative to the lock's folder.</summary>
    public SortedDictionary<string, FoundFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that stay as declared, unseen: not fetched, not deployed, not built yet.</summary>
    public List<ModelFile> Kept { get; } = [];

    /// <summary>Where the folder's name says it comes from.</summary>
    public HubSnapshot? Snapshot { get; set; }

    /// <summary>Whether nothing is left of it.</summary>
    public bool IsGone => Files.Count == 0 && Kept.Count == 0;
}
