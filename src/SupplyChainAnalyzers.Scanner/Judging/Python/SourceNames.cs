using System.Collections.Frozen;

namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>
/// What a call in source code does. Other than in a model file, where no library has to be called at all, code may use
/// libraries: only names that reach the system are listed, in <c>Judging/Data/source.tsv</c>.
/// </summary>
internal static class SourceNames
{
    private const string Ordinary = "ordinary";

    private static readonly Lazy<FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>> Effects = new(() => CallableTables.Lines("source")
        .ToFrozenDictionary(static fields => fields[1], static fields => fields[0], StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>A word of the list; null for what is ordinary. A path through other modules is followed.</summary>
    public static string? EffectOf(string dotted)
    {
        for (var start = 0; start >= 0 && start < dotted.Length;)
        {
            if ((start == 0 || IsModule(dotted.AsSpan(start))) && Longest(dotted.AsSpan(start)) is { } effect)
                return effect == Ordinary ? null : effect;

            start = dotted.IndexOf('.', start) + 1;
            if (start == 0)
                break;
        }

        return null;
    }

    // Packages have modules of their own called "commands" or "code".
    private static bool IsModule(ReadOnlySpan<char> rest) =>
        CallableTables.Standard(rest.IndexOf('.') is >= 0 and var end ? rest[..end] : rest) is { IsDangerous: true, IsCommonName: false } || rest.StartsWith("builtins.", StringComparison.Ordinal);

    private static string? Longest(ReadOnlySpan<char> dotted)
    {
        while (dotted.Length > 0)
        {
            if (Effects.Value.TryGetValue(dotted, out var effect))
                return effect;

            var end = dotted.LastIndexOf('.');
            dotted = end < 0 ? [] : dotted[..end];
        }

        return null;
    }
}
