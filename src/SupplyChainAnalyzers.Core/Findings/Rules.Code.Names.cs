namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>Names in source code that live from being taken for others.</summary>
public static partial class Rules
{
    /// <summary>A repository whose owner or name is made to be mistaken.</summary>
    public static readonly Rule LookAlikeRepository = new("SCA1007", "Model repository's name looks like a well-known one", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>A string that is both a folder here and a repository on the hub.</summary>
    public static readonly Rule FolderOrRepository = new("SCA1011", "Model is named by what is a local folder and a repository on the hub", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>A package one slip away from a well-known one.</summary>
    public static readonly Rule LookAlikePackage = new("SCA1080", "Package's name looks like a well-known one", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>A package that an advisory has on record as harmful.</summary>
    public static readonly Rule MaliciousPackage = new("SCA1081", "Package is known to be malicious", Level.Warning, Severity.Critical, strict: Level.Error);
}
