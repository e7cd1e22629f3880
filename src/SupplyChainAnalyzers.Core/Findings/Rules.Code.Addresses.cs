namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>1003 … 1010: addresses and revisions in source code.</summary>
public static partial class Rules
{
    /// <summary>A tag or an asset of a release: it can be moved or replaced, only not by habit.</summary>
    public static readonly Rule MutableTag = new("SCA1003", "Model revision is a tag that can be moved", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>7 to 39 hex digits where a commit belongs: a branch may be called the same.</summary>
    public static readonly Rule AbbreviatedCommit = new("SCA1004", "Model revision is an abbreviated commit", Level.Warning, Severity.Medium, strict: Level.Error);

    /// <summary>http, to a host that is not this machine.</summary>
    public static readonly Rule PlainHttp = new("SCA1005", "Model is fetched over plain http", Level.Warning, Severity.High, strict: Level.Error);

    /// <summary>The policy denies what it does not list, and does not list the owner or host.</summary>
    public static readonly Rule UntrustedSource = new("SCA1006", "Model comes from a source that the policy does not allow", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>The name in the comment behind a commit is not the one models.lock has.</summary>
    public static readonly Rule PinCommentDiffers = new("SCA1008", "Comment beside a commit disagrees with models.lock", Level.Warning, Severity.Medium, strict: Level.Error);

    /// <summary>A short link, or the newest release: what it leads to is decided elsewhere, later.</summary>
    public static readonly Rule RedirectedAddress = new("SCA1009", "Model address leads to whatever is newest or behind a short link", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>An object in a cloud store by its name alone.</summary>
    public static readonly Rule CloudObjectWithoutVersion = new("SCA1010", "Model in a cloud store is fetched without its version", Level.Message, Severity.Low, strict: Level.Warning);
}
