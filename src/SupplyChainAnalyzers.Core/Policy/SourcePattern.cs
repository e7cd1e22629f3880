using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>One entry of <c>sources.allow</c>: all that it states has to fit.</summary>
public sealed record SourcePattern
{
    /// <summary>The kind of place.</summary>
    public required SourceType Type { get; init; }

    /// <summary>Owners (the part of a repository before the first '/'); null for any.</summary>
    public IReadOnlyList<PolicyPattern>? Orgs { get; init; }

    /// <summary>Repositories; null for any.</summary>
    public IReadOnlyList<PolicyPattern>? Repos { get; init; }

    /// <summary>Host of a registry or address; null for any.</summary>
    public PolicyPattern? Host { get; init; }

    /// <summary>Where the entry stands.</summary>
    public required PolicyPlace Place { get; init; }
}
