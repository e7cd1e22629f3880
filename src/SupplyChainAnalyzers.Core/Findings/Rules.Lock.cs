namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>20xx: models.lock as a text.</summary>
public static partial class Rules
{
    /// <summary>Said once, never a warning.</summary>
    public static readonly Rule NoLock = new("SCA2000", "Project uses AI packages but has no models.lock", Level.Message, Severity.Info);

    /// <summary>Not there though named, no permission, not UTF-8.</summary>
    public static readonly Rule LockUnreadable = new("SCA2001", "models.lock cannot be read", Level.Error, Severity.High, integrity: true);

    /// <summary>RFC 8259; no comments, no trailing commas.</summary>
    public static readonly Rule LockSyntax = new("SCA2002", "models.lock is not valid JSON", Level.Error, Severity.High, integrity: true);

    /// <summary>lockVersion is missing or not one this build reads.</summary>
    public static readonly Rule LockVersion = new("SCA2003", "models.lock has an unknown version", Level.Error, Severity.High, integrity: true);

    /// <summary>Two members of one name: readers disagree which counts.</summary>
    public static readonly Rule LockDuplicate = new("SCA2004", "models.lock has a duplicate member", Level.Error, Severity.High, integrity: true);

    /// <summary>A mistyped member must not drop a check.</summary>
    public static readonly Rule LockUnknownMember = new("SCA2005", "models.lock has an unknown member", Level.Error, Severity.High, integrity: true);

    /// <summary>Wrong type, a missing member, an unknown word.</summary>
    public static readonly Rule LockValue = new("SCA2006", "models.lock has a missing or wrong value", Level.Error, Severity.High, integrity: true);

    /// <summary>A digest is 64 lower-case hex digits.</summary>
    public static readonly Rule LockDigest = new("SCA2007", "models.lock has a malformed digest", Level.Error, Severity.High, integrity: true);

    /// <summary>Absolute, with .., a drive, a reserved name, not NFC …</summary>
    public static readonly Rule LockPath = new("SCA2008", "models.lock has an unsafe path", Level.Error, Severity.High, integrity: true);

    /// <summary>Two paths that are one file on a file system that folds case.</summary>
    public static readonly Rule LockPathCollision = new("SCA2009", "models.lock has paths that collide", Level.Error, Severity.High, integrity: true);

    /// <summary>Depth, size or count.</summary>
    public static readonly Rule LockLimit = new("SCA2010", "models.lock exceeds a limit", Level.Error, Severity.High, integrity: true);

    /// <summary>A merge was left half done.</summary>
    public static readonly Rule LockConflict = new("SCA2011", "models.lock holds merge conflict markers", Level.Error, Severity.High, integrity: true);

    /// <summary>A branch or tag where a commit or digest belongs.</summary>
    public static readonly Rule LockRevision = new("SCA2012", "models.lock pins a name that can move", Level.Error, Severity.High, integrity: true);

    /// <summary>The list of files was edited by hand or merged.</summary>
    public static readonly Rule LockTreeHash = new("SCA2013", "treeHash does not match the files in models.lock", Level.Error, Severity.High, integrity: true);

    /// <summary>models lock --check.</summary>
    public static readonly Rule LockOutdated = new("SCA2014", "models.lock is not what would be written", Level.Error, Severity.Medium, integrity: true);

    /// <summary>A download's own record names other bytes: it was altered since, or the record lies.</summary>
    public static readonly Rule LockSourceContradicted = new("SCA2015", "Model is not the file its download metadata names", Level.Warning, Severity.High);

    /// <summary>A plain download records the commit and not the repository.</summary>
    public static readonly Rule LockSourceIncomplete = new("SCA2016", "Model was downloaded from a repository that nothing names", Level.Message, Severity.Info);

    /// <summary>The bytes are others, the source is still the old one.</summary>
    public static readonly Rule LockSourceStale = new("SCA2017", "Model has changed but its recorded source has not", Level.Warning, Severity.Medium);
}
