using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Locking.HuggingFace;

/// <summary>
/// What a download into a plain folder leaves at <c>.cache/huggingface/download/&lt;path&gt;.metadata</c>: three lines,
/// the commit (40 hex digits), the file's tag (its SHA-256, or its git blob id), the time (decimal seconds).
/// </summary>
internal sealed record DownloadMetadata(string Commit, string Tag)
{
    /// <summary>The folder under a download's root that holds the metadata, '/' separated.</summary>
    public const string Folder = ".cache/huggingface/download";

    private const string Extension = ".metadata";

    /// <summary>Where the metadata of <paramref name="file"/> (relative to the root, '/' separated) lies.</summary>
    public static string PathOf(string root, string file) =>
        Path.Combine(root, ".cache", "huggingface", "download", file.Replace('/', Path.DirectorySeparatorChar) + Extension);

    /// <summary>Reads the three lines; null when they are anything else.</summary>
    public static DownloadMetadata? TryParse(string? text)
    {
        if (text is null)
            return null;

        var lines = text.Split('\n');
        if (lines.Length is not (3 or 4) || (lines.Length == 4 && lines[3].Length > 0))
            return null;

        for (var i = 0; i < 3; i++)
            lines[i] = lines[i].TrimEnd('\r');

        var isTime = lines[2].Length > 0 && lines[2].All(static c => c is (>= '0' and <= '9') or '.');
        return isTime && Hex.Is(lines[0], CommitLength) && (Hex.Is(lines[1], Sha256Length) || Hex.Is(lines[1], BlobIdLength))
            ? new DownloadMetadata(lines[0], lines[1])
            : null;
    }

    private const int CommitLength = 40;
    private const int Sha256Length = 64;
    private const int BlobIdLength = 40;
}
