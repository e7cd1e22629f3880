using System.Collections.Immutable;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Analyzers.Fixes;

/// <summary>What a rule tells the action that adds a source to the policy.</summary>
internal static class PolicyProperties
{
    /// <summary>Path of the policy.</summary>
    public const string File = "sca.policy";

    /// <summary>The entry of <c>sources.allow</c>, as JSON.</summary>
    public const string Entry = "sca.source";

    /// <summary>Null when there is no file to change, or the name is none that goes into one.</summary>
    /// <param name="policy">Path of the policy that denies.</param>
    /// <param name="type">The kind of place.</param>
    /// <param name="name">owner/name, or a host.</param>
    public static ImmutableDictionary<string, string?>? Of(string? policy, SourceType type, string name)
    {
        if (string.IsNullOrEmpty(policy) || !name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-' or '/'))
            return null;

        // Of a hub one trusts the owner, of GitHub, where everybody has releases, the repository.
        var entry = type switch
        {
            SourceType.HuggingFace => $$"""{ "type": "huggingface", "orgs": ["{{name.Split('/')[0]}}"] }""",
            SourceType.GitHub => $$"""{ "type": "github", "repos": ["{{name}}"] }""",
            _ => $$"""{ "type": "url", "host": "{{name}}" }""",
        };
        return ImmutableDictionary<string, string?>.Empty.Add(File, policy).Add(Entry, entry);
    }
}
