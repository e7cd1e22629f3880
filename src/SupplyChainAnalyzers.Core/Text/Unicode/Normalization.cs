using System.Text;

namespace SupplyChainAnalyzers.Core.Text.Unicode;

/// <summary>Unicode normalisation forms C and D (UAX #15), and canonical caseless matching (Unicode Standard, D145).</summary>
internal static class Normalization
{
    // Everything below is its own form C and combines with nothing before it.
    private const char FirstCombining = '\u0300';

    /// <summary>Whether <paramref name="text"/> is in form C.</summary>
    public static bool IsFormC(string text)
    {
        if (Characters.AreBelow(text, FirstCombining))
            return true;

        return string.Equals(Text(Compose(Decompose(text))), text, StringComparison.Ordinal);
    }

    /// <summary>
    /// Equal for two texts that differ only in case and in normalisation: form D of the full case folding of form D.
    /// </summary>
    public static string FoldKey(string text)
    {
        if (Characters.AreBelow(text, '\x80'))
        {
#pragma warning disable CA1308 // it is what case folding does to ASCII
            return text.ToLowerInvariant();
#pragma warning restore CA1308
        }

        var folded = new List<int>(text.Length);
        foreach (var character in Decompose(text))
        {
            if (UnicodeTables.Folds.TryGetValue(character, out var to))
                folded.AddRange(to);
            else
                folded.Add(character);
        }

        return Text(Decompose(Text(folded)));
    }

    private static List<int> Decompose(string text)
    {
        var characters = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            Decompose(pair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i], characters);
            i += pair ? 1 : 0;
        }

        Reorder(characters);
        return characters;
    }

    private static void Decompose(int character, List<int> target)
    {
        if (character < FirstCombining && character < '\xC0')
            target.Add(character);
        else if (UnicodeTables.Decompositions.TryGetValue(character, out var decomposition))
            Array.ForEach(decomposition.To, part => Decompose(part, target));
        else if (!Hangul.TryDecompose(character, target))
            target.Add(character);
    }

    // Marks on one starter stand in the order of their classes; of one class, as they were. A sort, not an exchange of
    // neighbours: a thousand marks are a legal text.
    private static void Reorder(List<int> characters)
    {
        for (var start = 0; start < characters.Count; start++)
        {
            var end = start;
            while (end < characters.Count && UnicodeTables.CombiningClass(characters[end]) != 0)
                end++;

            if (end - start > 1)
            {
                int[] ordered = [.. characters.Skip(start).Take(end - start).OrderBy(UnicodeTables.CombiningClass)];
                for (var i = 0; i < ordered.Length; i++)
                    characters[start + i] = ordered[i];
            }

            start = end;
        }
    }

    private static List<int> Compose(List<int> characters)
    {
        var composed = new List<int>(characters.Count);
        var (starter, last) = (-1, -1);
        foreach (var character in characters)
        {
            // A mark reaches the starter unless one of its class, or another starter, stands between.
            var combining = UnicodeTables.CombiningClass(character);
            if (starter >= 0 && last < combining)
            {
                var both = Composed(composed[starter], character);
                if (both >= 0)
                {
                    composed[starter] = both;
                    continue;
                }
            }

            if (combining == 0)
                (starter, last) = (composed.Count, -1);
            else
                last = combining;

            composed.Add(character);
        }

        return composed;
    }

    private static int Composed(int first, int second)
    {
        var syllable = Hangul.Composed(first, second);
        return syllable >= 0 ? syllable : UnicodeTables.Composed(first, second);
    }

    private static string Text(List<int> characters)
    {
        var text = new StringBuilder(characters.Count);
        foreach (var character in characters)
        {
            // Half a surrogate pair is not a character, but it is what was given.
            if (character is >= 0xD800 and <= 0xDFFF)
                text.Append((char)character);
            else
                text.Append(char.ConvertFromUtf32(character));
        }

        return text.ToString();
    }
}
