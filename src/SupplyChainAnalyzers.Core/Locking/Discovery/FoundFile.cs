using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification.Downloads;

namespace SupplyChainAnalyzers.Core.Locking.Discovery;

/// <summary>A file a walk has met.</summary>
/// <param name="Path">Relative to the lock's folder, '/' separated.</param>
/// <param name="FullPath">Absolute; what to open.</param>
/// <param name="Format">By its first bytes.</param>
/// <param name="HubTag">The name of the blob it links to, in a Hugging Face cache.</param>
internal sealed record FoundFile(string Path, string FullPath, ModelFormat Format, string? HubTag = null)
{
    // First bytes that any content can follow.
    private static readonly HashSet<ModelFormat> Opaque =
    [
        ModelFormats.Unknown, ModelFormats.GitLfsPointer, ModelFormats.Zip, ModelFormats.Tar, ModelFormats.GZip, ModelFormats.BZip2,
        ModelFormats.Xz, ModelFormats.Lzma, ModelFormats.Lz4, ModelFormats.ZLib, ModelFormats.Zstd, ModelFormats.SevenZip,
    ];

    /// <summary>Sniffs the file; one that cannot be read is of no known format. Null when it is a pipe, socket, device or gone.</summary>
    public static FoundFile? At(string fullPath, string path)
    {
        if (FileHead.Read(fullPath) is { } head)
            return new FoundFile(path, fullPath, head.Format);

        return FileStat.Of(fullPath).Kind is FileKind.File or FileKind.Unreadable ? new FoundFile(path, fullPath, ModelFormats.Unknown) : null;
    }

    /// <summary>The last segment of <see cref="Path"/>.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>Whether it is a model by its content; where that tells nothing, by its name.</summary>
    public bool IsModel => Format.IsModel || (Opaque.Contains(Format) && ModelFileName.IsModel(Name));
}
