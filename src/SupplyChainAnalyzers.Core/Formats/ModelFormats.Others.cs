namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>What lies beside models: archives, texts, and the files that are none of it.</summary>
public static partial class ModelFormats
{
    /// <summary>Any other zip: .docx, .nupkg, .jar … or a model whose telling entry isn't among the first bytes.</summary>
    public static readonly ModelFormat Zip = new("zip", "zip archive", isModel: false);

    /// <summary>Tape archive, with or without the ustar mark.</summary>
    public static readonly ModelFormat Tar = new("tar", "tar archive", isModel: false);

    /// <summary>RFC 1952.</summary>
    public static readonly ModelFormat GZip = new("gzip", "gzip stream", isModel: false);

    /// <summary>bzip2.</summary>
    public static readonly ModelFormat BZip2 = new("bzip2", "bzip2 stream", isModel: false);

    /// <summary>LZMA2 with checksums.</summary>
    public static readonly ModelFormat Xz = new("xz", "xz stream", isModel: false);

    /// <summary>LZMA as it was before xz.</summary>
    public static readonly ModelFormat Lzma = new("lzma", "LZMA stream", isModel: false);

    /// <summary>LZ4 frame.</summary>
    public static readonly ModelFormat Lz4 = new("lz4", "LZ4 stream", isModel: false);

    /// <summary>RFC 1950.</summary>
    public static readonly ModelFormat ZLib = new("zlib", "zlib stream", isModel: false);

    /// <summary>RFC 8878.</summary>
    public static readonly ModelFormat Zstd = new("zstd", "Zstandard stream", isModel: false);

    /// <summary>7-Zip.</summary>
    public static readonly ModelFormat SevenZip = new("7z", "7-Zip archive", isModel: false);

    /// <summary>Text in UTF-8, or in UTF-16 with its mark.</summary>
    public static readonly ModelFormat PlainText = new("text", "text", isModel: false);

    /// <summary>RFC 8259, or lines of it.</summary>
    public static readonly ModelFormat Json = new("json", "JSON", isModel: false);

    /// <summary>YAML that says so in its first line; other YAML is found as text.</summary>
    public static readonly ModelFormat Yaml = new("yaml", "YAML", isModel: false);

    /// <summary>XML that is no model.</summary>
    public static readonly ModelFormat Xml = new("xml", "XML", isModel: false);

    /// <summary>A script that says so in its first line; other Python is found as text.</summary>
    public static readonly ModelFormat Python = new("python", "Python source", isModel: false);

    /// <summary>A prompt or chat template.</summary>
    public static readonly ModelFormat Jinja = new("jinja", "Jinja template", isModel: false);

    /// <summary>None of the others.</summary>
    public static readonly ModelFormat Unknown = new("unknown", "unknown format", isModel: false);

    /// <summary>No byte.</summary>
    public static readonly ModelFormat Empty = new("empty", "empty file", isModel: false);

    /// <summary>The note Git LFS leaves where the file belongs.</summary>
    public static readonly ModelFormat GitLfsPointer = new("git-lfs-pointer", "Git LFS pointer", isModel: false);

    private static ModelFormat[] Containers => [Zip, Tar, GZip, BZip2, Xz, Lzma, Lz4, ZLib, Zstd, SevenZip];

    private static ModelFormat[] Texts => [PlainText, Json, Yaml, Xml, Python, Jinja];

    private static ModelFormat[] Special => [Unknown, Empty, GitLfsPointer];
}
