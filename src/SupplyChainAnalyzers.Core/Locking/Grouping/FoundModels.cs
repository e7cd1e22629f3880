using SupplyChainAnalyzers.Core.Locking.Discovery;

namespace SupplyChainAnalyzers.Core.Locking.Grouping;

/// <summary>What the walks of one run have found.</summary>
internal sealed class FoundModels(IReadOnlyCollection<FoundFolder> roots)
{
    /// <summary>Every file that was met, model or not, by its path relative to the lock's folder.</summary>
    public IReadOnlyDictionary<string, FoundFile> Files { get; } =
        roots.SelectMany(static root => root.AllFiles).ToDictionary(static file => file.Path, StringComparer.Ordinal);

    /// <summary>The models among them.</summary>
    public IReadOnlyList<ModelGroup> Groups { get; } = [.. roots.SelectMany(ModelGrouper.Group)];

    /// <summary>Whether a walk came by <paramref name="path"/>, whatever it made of it.</summary>
    public bool Covers(string path) => roots.Any(root => RelativePath.IsWithin(path, root.Path));
}
