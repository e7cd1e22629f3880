using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>Where a model comes from. Which members are set depends on <see cref="Type"/>.</summary>
public sealed class ModelSource
{
    /// <summary>The kind of place.</summary>
    public required SourceType Type { get; init; }

    /// <summary><c>owner/name</c> (Hugging Face, GitHub), a repository (OCI), a model (Ollama).</summary>
    public string? Repo { get; init; }

    /// <summary>Registry host (OCI).</summary>
    public string? Host { get; init; }

    /// <summary>Release asset (GitHub).</summary>
    public string? Asset { get; init; }

    /// <summary>Final address (url), or the uri of an external model.</summary>
    public string? Url { get; init; }

    /// <summary>What cannot move: a 40-hex commit (Hugging Face) or <c>sha256:</c> digest.</summary>
    public string? Revision { get; init; }

    /// <summary>The human name that <see cref="Revision"/> was resolved from: a branch or a tag.</summary>
    public string? ResolvedFrom { get; init; }

    /// <summary>Version text of an external model.</summary>
    public string? Version { get; init; }

    /// <summary>Where the object stands.</summary>
    public TextRegion Region { get; init; }

    /// <summary>Where the value of <c>revision</c> stands.</summary>
    public TextRegion RevisionRegion { get; init; }
}
