using System.Collections.Immutable;

namespace SupplyChainAnalyzers.Analyzers.Fixes;

/// <summary>What a rule tells its code fix when the place it reports is a stretch of text inside a literal that another text belongs in.</summary>
internal static class NewText
{
    /// <summary>The text to write.</summary>
    public const string Property = "sca.newText";

    public static ImmutableDictionary<string, string?> Of(string text) => ImmutableDictionary<string, string?>.Empty.Add(Property, text);

    /// <summary>Whether <paramref name="text"/> means itself in every kind of literal: what comes from a list is still held against this.</summary>
    public static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-' or '/' or ':'))
                return false;
        }

        return text.Length > 0;
    }
}
