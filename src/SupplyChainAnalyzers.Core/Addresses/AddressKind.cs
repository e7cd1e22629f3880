namespace SupplyChainAnalyzers.Core.Addresses;

/// <summary>Whose layout an address follows.</summary>
public enum AddressKind
{
    /// <summary>Hugging Face or a mirror of it: every file belongs to a model or its data.</summary>
    HuggingFace,

    /// <summary>ModelScope, likewise.</summary>
    ModelScope,

    /// <summary>A file of a GitHub repository: only some are models.</summary>
    GitHub,

    /// <summary>An asset of a GitHub release, under its tag.</summary>
    GitHubRelease,

    /// <summary>An asset of whatever release of a GitHub repository is the newest.</summary>
    GitHubLatest,
}
