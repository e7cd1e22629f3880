using System.Text;

namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>The shape of Python names, and what is hidden behind an odd one.</summary>
internal static class PythonNames
{
    // Letters of other scripts that look like Latin ones; the first of each pair is the lookalike.
    private const string Lookalikes = "аaеeоoрpсcуyхxіiѕsјjԁdһhԛqԝwαaοoρpνvτtкkмmнhтtвb";

    /// <summary>Whether all segments are identifiers of ASCII letters, as every importable module of note has them.</summary>
    public static bool IsPlain(ReadOnlySpan<char> dotted)
    {
        var isStart = true;
        foreach (var c in dotted)
        {
            if (c == '.' && !isStart)
                isStart = true;
            else if (char.IsAsciiLetter(c) || c == '_' || (!isStart && char.IsAsciiDigit(c)))
                isStart = false;
            else
                return false;
        }

        return !isStart;
    }

    /// <summary>Two underscores on both sides: <c>__globals__</c>.</summary>
    public static bool IsDunder(ReadOnlySpan<char> segment) =>
        segment.Length > 4 && segment.StartsWith("__", StringComparison.Ordinal) && segment.EndsWith("__", StringComparison.Ordinal);

    /// <summary><c>CapWords</c>, with at most one leading underscore: by PEP 8 a class.</summary>
    public static bool IsClass(ReadOnlySpan<char> segment) =>
        segment.Length > 1 && (char.IsAsciiLetterUpper(segment[0]) || (segment[0] == '_' && char.IsAsciiLetterUpper(segment[1])));

    /// <summary>What an eye, or a tolerant reader, takes it for: lookalikes replaced, what is no part of a name left out.</summary>
    public static string Simplified(string dotted)
    {
        var simple = new StringBuilder(dotted.Length);
        foreach (var c in dotted)
        {
            if (c is >= '\uFF01' and <= '\uFF5E') // full-width forms of ASCII
                Append(simple, (char)(c - '\uFF01' + '!'));
            else if (Lookalikes.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0)
                simple.Append(Lookalikes[at + 1]);
            else
                Append(simple, c);
        }

        return simple.ToString();
    }

    // module:attribute is how entry points and pkgutil.resolve_name write it.
    private static void Append(StringBuilder simple, char c)
    {
        if (c is ':' or '/' or '\\')
            simple.Append('.');
        else if (char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
            simple.Append(c);
    }
}
