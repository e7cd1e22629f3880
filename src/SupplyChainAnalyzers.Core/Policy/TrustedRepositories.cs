using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>Which repositories of the Hugging Face hub a policy names in <c>sources.allow</c>.</summary>
public static class TrustedRepositories
{
    /// <summary>Whether an entry names the repository or its owner; one that allows the whole hub names nobody.</summary>
    /// <param name="allowed">What the policy lists.</param>
    /// <param name="repo">owner/name.</param>
    public static bool Contain(IReadOnlyList<SourcePattern> allowed, string repo)
    {
        var owner = repo.Substring(0, Math.Max(0, repo.IndexOf('/')));
        foreach (var pattern in allowed)
        {
            if (pattern.Type == SourceType.HuggingFace && (pattern.Orgs is not null || pattern.Repos is not null) && Names(pattern.Orgs, owner) && Names(pattern.Repos, repo))
                return true;
        }

        return false;
    }

    private static bool Names(IReadOnlyList<PolicyPattern>? patterns, string text) => patterns is null || patterns.Any(pattern => pattern.Matches(text));
}
