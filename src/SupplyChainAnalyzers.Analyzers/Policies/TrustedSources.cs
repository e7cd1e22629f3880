using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Analyzers.Policies;

/// <summary>The sources that a policy allows because it denies all others.</summary>
internal sealed class TrustedSources
{
    private readonly IReadOnlyList<SourcePattern> _allowed;

    private TrustedSources(IReadOnlyList<SourcePattern> allowed, string? policy)
    {
        _allowed = allowed;
        PolicyFile = policy;
    }

    /// <summary>The file that denies what is not listed; null when it is no file of the project.</summary>
    public string? PolicyFile { get; }

    /// <summary>Null without a policy, with one that is broken (the build says so), and with one that denies nothing.</summary>
    public static TrustedSources? Of(SourcesPolicy? policy) =>
        policy is { Default: { Value: SourceDefault.Deny } denied } sources
            ? new TrustedSources(sources.Allow?.Value ?? [], denied.Place.File)
            : null;

    /// <summary>Whether a source is listed.</summary>
    /// <param name="type">The kind of place.</param>
    /// <param name="repo">owner/name; null where the place has none.</param>
    /// <param name="host">Of an address; null where the kind of place is one host.</param>
    public bool Allow(SourceType type, string? repo, string? host) => _allowed.Any(pattern =>
        (pattern.Type == type && Fits(pattern.Orgs, repo?.Split('/')[0]) && Fits(pattern.Repos, repo) && (pattern.Host is null || host is null || pattern.Host.Matches(host)))
        // An entry that allows a whole host allows the hub that stands there.
        || (pattern is { Type: SourceType.Url, Host: { } whole } && host is not null && whole.Matches(host)));

    private static bool Fits(IReadOnlyList<PolicyPattern>? patterns, string? text) => patterns is null || (text is not null && patterns.Any(pattern => pattern.Matches(text)));
}
