namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>21xx: model files against the lock. 22xx: their life cycle.</summary>
public static partial class Rules
{
    /// <summary>The lock names it, the disk has not got it.</summary>
    public static readonly Rule FileMissing = new("SCA2101", "Declared model file is missing", Level.Error, Severity.High, integrity: true);

    /// <summary>A broken download, most often.</summary>
    public static readonly Rule FileTruncated = new("SCA2102", "Model file is shorter than declared", Level.Error, Severity.High, integrity: true);

    /// <summary>Something was added or it is another file.</summary>
    public static readonly Rule FileSize = new("SCA2103", "Model file is longer than declared", Level.Error, Severity.High, integrity: true);

    /// <summary>Same size, other bytes.</summary>
    public static readonly Rule FileHash = new("SCA2104", "Model file is not what models.lock declares", Level.Error, Severity.Critical, integrity: true);

    /// <summary>Two files changed places, or one was copied over another.</summary>
    public static readonly Rule FileSwapped = new("SCA2105", "Model file holds the content of another declared file", Level.Error, Severity.Critical, integrity: true);

    /// <summary>Loaders pick files by name: an added one can shadow a verified one.</summary>
    public static readonly Rule FileNotDeclared = new("SCA2106", "Model folder holds a file that models.lock does not declare", Level.Error, Severity.High, integrity: true);

    /// <summary>Declared and found format differ.</summary>
    public static readonly Rule FileFormat = new("SCA2107", "Model file has another format than declared", Level.Error, Severity.Critical, integrity: true);

    /// <summary>The pointer was checked out, not the model.</summary>
    public static readonly Rule LfsPointer = new("SCA2108", "Model file is a Git LFS pointer", Level.Error, Severity.Medium, integrity: true);

    /// <summary>Git rewrote CRLF and LF.</summary>
    public static readonly Rule LineEndings = new("SCA2109", "Model file differs in its line endings", Level.Error, Severity.Medium, integrity: true);

    /// <summary>A symbolic link or junction to elsewhere.</summary>
    public static readonly Rule LinkEscapes = new("SCA2110", "Model file is a link that leaves its folder", Level.Error, Severity.Critical, integrity: true);

    /// <summary>One file here, another on a system that tells case.</summary>
    public static readonly Rule FileCase = new("SCA2111", "Model file name differs in case from models.lock", Level.Error, Severity.Medium, integrity: true);

    /// <summary>No permission, a folder where a file belongs, a device.</summary>
    public static readonly Rule FileUnreadable = new("SCA2112", "Model file cannot be read", Level.Error, Severity.High, integrity: true);

    /// <summary>Its identity or times moved between open and close.</summary>
    public static readonly Rule FileChanging = new("SCA2113", "Model file changed while it was verified", Level.Error, Severity.High, integrity: true);

    /// <summary>Content, None, EmbeddedResource, publish or pack item; an error in strict mode.</summary>
    public static readonly Rule ShippedNotDeclared = new("SCA2120", "Shipped model file is not declared in models.lock", Level.Warning, Severity.Medium, strict: Level.Error);

    /// <summary>Its bytes at the destination are not the declared ones.</summary>
    public static readonly Rule ShippedDiffers = new("SCA2121", "Shipped model file is not the one that was verified", Level.Error, Severity.Critical, integrity: true);

    /// <summary>It was bundled, compressed or renamed past our sight.</summary>
    public static readonly Rule ShippedUnchecked = new("SCA2122", "Shipped model file could not be checked at its destination", Level.Warning, Severity.Medium, strict: Level.Error);

    /// <summary>presence is fetch; an error at publish and pack.</summary>
    public static readonly Rule NotFetched = new("SCA2201", "Declared model file has not been fetched yet", Level.Message, Severity.Info);
}
