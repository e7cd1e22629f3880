using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Reading;

/// <summary>The policy file that is being read, and what is wrong with it.</summary>
internal sealed class PolicySource(string file, DocumentErrors errors)
{
    // Texts of a policy are names, addresses, reasons: a line each, never a document of its own.
    private const int MaxText = 2_000;

    // Identities of signers are the longest patterns there are: an address with a ref, some 150 characters.
    private const int MaxPattern = 256;

    // Longer lists want a pattern instead; lists are compared entry by entry with the base's.
    private const int MaxEntries = 1_000;

    public string File => file;

    public DocumentErrors Errors => errors;

    public PolicyPlace Place(TextRegion region) => new(file, region);

    /// <summary>Reports a value that cannot be.</summary>
    public void Wrong(JsonNode node, string message) => errors.Add(Rules.PolicyValue, message, node.Region);

    /// <summary>A text that says something, of bounded length and one line; null when reported.</summary>
    public string? Text(JsonNode node, string path)
    {
        string? text = node.StringValue;
        if (text is null) Wrong(node, $"'{path}' must be a text, not {Kinds.Of(node)}");
        else if (string.IsNullOrWhiteSpace(text)) Wrong(node, $"'{path}' is empty; leave it out or give it a value");
        else if (text.Any(char.IsControl)) Wrong(node, $"'{path}' holds a control character; write one line of text");
        else if (text.Length > MaxText) errors.Add(Rules.PolicyLimit, FormattableString.Invariant($"'{path}' has {text.Length} characters; the limit is {MaxText}"), node.Region);
        else return text;
        return null;
    }

    /// <summary>The entries of a list; null when it is none or too long: reported.</summary>
    public IReadOnlyList<JsonNode>? Items(JsonNode node, string path)
    {
        if (node.Kind == JsonKind.Array) return Limited(node, path, node.Items);
        Wrong(node, $"'{path}' must be an array, not {Kinds.Of(node)}");
        return null;
    }

    /// <summary>The members of a map keyed by name; null when it is none or too long: reported.</summary>
    public IReadOnlyList<JsonMember>? Map(JsonNode node, string path)
    {
        if (node.Kind == JsonKind.Object) return Limited(node, path, node.Members);
        Wrong(node, $"'{path}' must be an object, not {Kinds.Of(node)}");
        return null;
    }

    /// <summary>Exact texts or globs; null when any is wrong.</summary>
    public IReadOnlyList<PolicyPattern>? Patterns(JsonNode node, string path)
    {
        if (Items(node, path) is not { } items) return null;
        PolicyPattern?[] patterns = [.. items.Select(item => Pattern(item, path))];
        return Array.IndexOf(patterns, null) >= 0 ? null : [.. patterns.OfType<PolicyPattern>()];
    }

    /// <summary>An exact text or a glob; null when reported.</summary>
    public PolicyPattern? Pattern(JsonNode node, string path) => Pattern(node, path, static _ => null);

    /// <summary>An exact text or a glob that can have an effect; null when reported.</summary>
    public PolicyPattern? Pattern(JsonNode node, string path, Func<PolicyPattern, string?> refuse)
    {
        if (Text(node, path) is not { } text) return null;
        if (text.Length > MaxPattern)
        {
            errors.Add(Rules.PolicyLimit, FormattableString.Invariant($"A pattern of '{path}' has {text.Length} characters; the limit is {MaxPattern}"), node.Region);
            return null;
        }

        var pattern = new PolicyPattern(text, Place(node.Region));
        if (refuse(pattern) is not { } reason) return pattern;
        Wrong(node, $"'{path}' names '{Printable.Of(text)}', which {reason}");
        return null;
    }

    /// <summary>A file named relative to the policy, as an absolute path; null when reported.</summary>
    public string? FilePath(JsonNode node, string path)
    {
        if (Text(node, path) is not { } text) return null;
        string? full = PolicyPaths.Resolve(file, text, out string reason);
        if (full is null) Wrong(node, $"'{path}' is '{Printable.Of(text)}', which {reason}; write a path from this file's folder, with '/'");
        return full;
    }

    /// <summary>A list of <see cref="FilePath"/>; null when any is wrong.</summary>
    public IReadOnlyList<string>? FilePaths(JsonNode node, string path)
    {
        if (Items(node, path) is not { } items) return null;
        string?[] paths = [.. items.Select(item => FilePath(item, path))];
        return Array.IndexOf(paths, null) >= 0 ? null : [.. paths.OfType<string>()];
    }

    private IReadOnlyList<T>? Limited<T>(JsonNode node, string path, IReadOnlyList<T> entries)
    {
        if (entries.Count <= MaxEntries) return entries;
        errors.Add(Rules.PolicyLimit, FormattableString.Invariant($"'{path}' has {entries.Count} entries, the limit is {MaxEntries}; write patterns"), node.Region);
        return null;
    }
}
