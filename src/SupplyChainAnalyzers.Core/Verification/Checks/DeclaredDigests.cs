namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>Which digests and sizes the whole lock declares: tells a known file in a wrong place from an unknown one.</summary>
internal sealed class DeclaredDigests
{
    private readonly Dictionary<string, DeclaredFile> _byDigest = new(StringComparer.Ordinal);
    private readonly HashSet<long> _sizes = [];

    public DeclaredDigests(List<DeclaredFile> files)
    {
        foreach (var file in files)
        {
            if (file.Entry is not { Sha256: { } sha256, Size: { } size })
                continue;

            _sizes.Add(size);
            if (Find(sha256) is null)
                _byDigest[sha256] = file;
        }
    }

    /// <summary>Whether any file is declared with this many bytes.</summary>
    public bool HasSize(long size) => _sizes.Contains(size);

    /// <summary>The first file, in order of the lock, with this digest.</summary>
    public DeclaredFile? Find(string sha256) => _byDigest.TryGetValue(sha256, out var file) ? file : null;
}
