namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>A model as the test wants it in the lock.</summary>
internal sealed class LockedModel(string path, string extra)
{
    public string Path { get; set; } = path;

    /// <summary>More members, each with a comma behind it.</summary>
    public string Extra { get; set; } = extra;

    public SortedDictionary<string, LockedFile> Files { get; } = new(StringComparer.Ordinal);
}
