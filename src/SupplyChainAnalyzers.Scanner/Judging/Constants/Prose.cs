using System.Buffers;

namespace SupplyChainAnalyzers.Scanner.Judging.Constants;

/// <summary>
/// Tells texts for people (licences, model cards, readmes) from programs. They may quote commands and code; what they quote
/// runs nowhere.
/// </summary>
internal static class Prose
{
    private const int MinLength = 600;
    private const int MaxLooked = 20_000;

    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("()[]{}=;_$\\");

    /// <summary>Long, and mostly words in sentences, or markup.</summary>
    public static bool Is(string text)
    {
        if (text.Length < MinLength)
            return false;

        var looked = text.AsSpan(0, Math.Min(text.Length, MaxLooked));
        if (looked.TrimStart() is ['<', ..] && (looked.Contains("<p", StringComparison.OrdinalIgnoreCase) || looked.Contains("<div", StringComparison.OrdinalIgnoreCase) || looked.Contains("<html", StringComparison.OrdinalIgnoreCase)))
            return true;

        int words = 0, sentences = 0, codes = 0;
        for (var i = 1; i < looked.Length; i++)
        {
            if (looked[i] is ' ' or '\n' && char.IsLetter(looked[i - 1]))
                words++;
            if (looked[i] is ' ' or '\n' && looked[i - 1] is '.' or '?' or '!' or ':' or ',')
                sentences++;
            if (looked[i - 1] == '\n' && looked[i] is '#' or '-' or '*' or '|' or '`' or '>' or '\n')
                sentences++;
            if (CodeMarks.Contains(looked[i]))
                codes++;
        }

        // English has a blank every six characters and hardly a bracket; code has one every ten and a bracket or sign as often.
        return words * 16 > looked.Length && sentences * 200 > looked.Length && codes * 25 < looked.Length;
    }
}
