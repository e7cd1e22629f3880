namespace SupplyChainAnalyzers.Scanner.Judging.Constants;

/// <summary>
/// Tells texts for people (licences, model cards, readmes) from programs. They may quote commands and code; what they quote
/// runs nowhere.
/// </summary>
internal static class Prose
{
    private const int MinLength = 600;
    private const int MaxLooked = 20_000;

    /// <summary>Long, and mostly words in sentences or markup.</summary>
    public static bool Is(string text)
    {
        if (text.Length < MinLength)
            return false;

        int words = 0, sentences = 0, marks = 0, length = Math.Min(text.Length, MaxLooked);
        for (var i = 1; i < length; i++)
        {
            if (text[i] == ' ' && char.IsLetter(text[i - 1]))
                words++;
            if (text[i] is ' ' or '\n' && text[i - 1] is '.' or ':' or ',' or '?' or '!')
                sentences++;
            if (text[i - 1] == '\n' && text[i] is '#' or '-' or '*' or '|' or '<' or '`' or '>')
                marks++;
        }

        // English has a space every six characters; code has one every eight and few of them behind letters.
        return words * 12 > length && (sentences + marks) * 160 > length;
    }
}
