namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>Tokens that come again in several texts.</summary>
/// <param name="Tokens">One after the other.</param>
/// <param name="Texts">How many hold them.</param>
internal sealed record Motif(long[] Tokens, int Texts)
{
    private const int Longest = 12; // tokens

    /// <summary>Those in two texts or more, what comes often and is long first; one that only ever stands in a longer one is left to that.</summary>
    public static IReadOnlyList<Motif> Of(IEnumerable<long[]> texts)
    {
        var counts = new Dictionary<string, (long[] Tokens, int Texts)>(StringComparer.Ordinal);
        foreach (var text in texts.DistinctBy(Key))
        {
            foreach (var part in Parts(text).DistinctBy(Key))
                counts[Key(part)] = (part, counts.GetValueOrDefault(Key(part)).Texts + 1);
        }

        var repeated = counts.Values.Where(static one => one.Texts > 1).ToArray();
        var within = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (tokens, number) in repeated.Where(static one => one.Tokens.Length > 1))
        {
            foreach (var shorter in new[] { Key(tokens[1..]), Key(tokens[..^1]) })
            {
                if (counts[shorter].Texts == number)
                    within.Add(shorter);
            }
        }

        return [.. repeated.Where(one => !within.Contains(Key(one.Tokens))).Select(static one => new Motif(one.Tokens, one.Texts)).OrderByDescending(static one => one.Texts * one.Tokens.Length).ThenBy(static one => Key(one.Tokens), StringComparer.Ordinal)];
    }

    private static IEnumerable<long[]> Parts(long[] text)
    {
        for (var length = 1; length <= Math.Min(Longest, text.Length); length++)
        {
            for (var from = 0; from + length <= text.Length; from++)
                yield return text[from..(from + length)];
        }
    }

    private static string Key(long[] tokens) => string.Join(',', tokens);
}
