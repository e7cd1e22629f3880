using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Core.Text;

/// <summary>
/// Makes a string from a file, a lock, a server or an exception safe to show: one line, no control character, no
/// terminal escape, no reordering or invisible character, no command of a build service, nothing MSBuild would expand,
/// of bounded length. What is unsafe stays readable as <c>\u{202E}</c> (or <c>\n</c>, <c>\r</c>, <c>\t</c>).
/// Showing twice changes nothing: <c>Of(Of(x)) == Of(x)</c>, so every surface may apply it again.
/// </summary>
/// <remarks>
/// It is for the eye: the result does not name the file any more. Data that a program reads back (a path in JSON) stays
/// itself, and its writer escapes what <see cref="IsInert"/> refuses. Letters of right-to-left scripts stay letters.
/// </remarks>
public static class Printable
{
    /// <summary>UTF-16 units of one shown string; more is cut and marked with an ellipsis.</summary>
    public const int MaxLength = 200;

    /// <summary>UTF-16 units of a whole message, which holds several shown strings and the next step.</summary>
    public const int MaxMessageLength = 2000;

    /// <summary>Marks stacked on one letter beyond this climb over the lines around it.</summary>
    private const int MaxMarks = 4;

    /// <summary>Neutralises <paramref name="text"/>; at most <paramref name="maxLength"/> UTF-16 units come back.</summary>
    public static string Of(string? text, int maxLength = MaxLength)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var shown = new StringBuilder(Math.Min(text!.Length, Math.Max(maxLength, 1)));
        var room = Math.Max(maxLength, 1) - Ellipsis.Length;
        var cut = 0; // where the text would end if the ellipsis had to follow
        for (var i = 0; i < text.Length;)
        {
            i += AppendElement(shown, text, i);
            if (shown.Length <= room)
                cut = shown.Length;
            else if (shown.Length > room + Ellipsis.Length)
                return shown.ToString(0, cut) + Ellipsis;
        }

        return shown.ToString();
    }

    /// <summary>
    /// As <see cref="Of"/>, but what is too long is cut in front: the end of a path says which file it is.
    /// </summary>
    public static string Path(string? path, int maxLength = MaxLength)
    {
        var shown = Of(path, int.MaxValue);
        var room = Math.Max(maxLength, 1);
        if (shown.Length <= room)
            return shown;

        // From the end back to a place where neither a pair nor an escape is split, nor a mark loses its letter.
        var start = shown.Length - room + Ellipsis.Length;
        var escape = start < shown.Length ? shown.LastIndexOf('\\', start) : -1;
        if (escape >= 0 && escape < start && shown.IndexOf('}', escape) is var end && end >= start && end - escape < MaxEscape)
            start = end + 1;
        while (start < shown.Length && (char.IsLowSurrogate(shown[start]) || IsMark(shown, start)))
            start++;

        return Ellipsis + shown.Remove(0, start);
    }

    /// <summary>A whole message whose parts have passed <see cref="Of"/> already: the last net, at the surface.</summary>
    public static string Message(string? text) => Of(text, MaxMessageLength);

    /// <summary>
    /// Whether the UTF-16 unit at <paramref name="index"/> may be shown as it is, where it stands. For writers that have
    /// an escape of their own (JSON); both halves of a surrogate pair give the same answer.
    /// </summary>
    public static bool IsInert(string text, int index) => text[index] switch
    {
        '#' => At(text, index + 1) != '#', // ##vso[ ##[ ##teamcity[
        ':' => At(text, index + 1) != ':' || !StartsWord(text, index), // ::error
        '$' or '@' => At(text, index + 1) != '(',
        '%' => At(text, index + 1) != '(' && !(IsHex(At(text, index + 1)) && IsHex(At(text, index + 2))),
        _ => IsVisible(text, index),
    };

    /// <summary>The part of <see cref="IsInert"/> that concerns single characters: it can be seen, and leaves others where they are.</summary>
    internal static bool IsVisible(string text, int index)
    {
        if (text[index] is >= ' ' and <= '~')
            return true;

        var start = char.IsLowSurrogate(text[index]) && index > 0 && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;
        return !InvisibleCharacters.Contains(text, start) && !IsStrayMark(text, start);
    }

    private const string Ellipsis = "…";
    private const int MaxEscape = 10; // \u{10FFFF}

    private static int AppendElement(StringBuilder shown, string text, int index)
    {
        var length = char.IsHighSurrogate(text[index]) && char.IsLowSurrogate(At(text, index + 1)) ? 2 : 1;
        if (IsInert(text, index))
        {
            shown.Append(text, index, length);
            return length;
        }

        var value = length == 2 ? char.ConvertToUtf32(text, index) : text[index];
        shown.Append(value switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => "\\u{" + value.ToString("X", CultureInfo.InvariantCulture) + "}",
        });
        return length;
    }

    private static bool StartsWord(string text, int index) => index == 0 || text[index - 1] == ' ';

    // A mark without a letter settles on whatever we wrote before it, one of many climbs.
    private static bool IsStrayMark(string text, int index)
    {
        if (!IsMark(text, index))
            return false;

        for (var marks = 1; index > 0; marks++)
        {
            if (marks > MaxMarks)
                return true;

            index -= index > 1 && char.IsSurrogatePair(text[index - 2], text[index - 1]) ? 2 : 1;
            if (!IsMark(text, index))
                return false;
        }

        return true;
    }

    private static bool IsMark(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';
}
