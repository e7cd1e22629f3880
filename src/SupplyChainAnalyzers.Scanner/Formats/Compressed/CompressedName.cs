namespace SupplyChainAnalyzers.Scanner.Formats.Compressed;

/// <summary>What the content of a compressed file is called: <c>model.pkl.gz</c> holds <c>model.pkl</c>.</summary>
internal static class CompressedName
{
    private static readonly string[] Suffixes = [".gz", ".bz2", ".xz", ".lzma", ".lz4", ".zst", ".zstd", ".z", ".zlib"];

    /// <summary>The name without the suffix of a compressor, or the name itself.</summary>
    public static string Within(string name)
    {
        if (name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".txz", StringComparison.OrdinalIgnoreCase))
            return name[..^3] + "tar";

        var suffix = Array.Find(Suffixes, suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
        return suffix is null || suffix.Length == name.Length ? name : name[..^suffix.Length];
    }
}
