using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>
/// Texts in quotes. Escaped is what JSON demands, and what cannot be seen or would move what can: controls, bidi and
/// zero-width characters, separators. A file with such a name shows it in every diff.
/// </summary>
internal static class JsonEscape
{
    /// <param name="target">Gets the text in quotes.</param>
    /// <param name="value">The text.</param>
    /// <param name="shown">Whether to escape also what has power in a console's log.</param>
    public static void Append(StringBuilder target, string value, bool shown)
    {
        target.Append('"');
        var plain = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (IsPlain(value, i, shown))
                continue;

            target.Append(value, plain, i - plain).Append(Escaped(value, i));
            plain = i + 1;
        }

        target.Append(value, plain, value.Length - plain).Append('"');
    }

    private static bool IsPlain(string value, int index, bool shown)
        => value[index] is not ('"' or '\\') && (shown ? Printable.IsInert(value, index) : Printable.IsVisible(value, index));

    private static string Escaped(string value, int index) => value[index] switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        var c when char.IsSurrogate(c) && !IsHalfOfPair(value, index) => "\uFFFD",
        var c => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };

    private static bool IsHalfOfPair(string value, int index) => char.IsHighSurrogate(value[index])
        ? index + 1 < value.Length && char.IsLowSurrogate(value[index + 1])
        : index > 0 && char.IsHighSurrogate(value[index - 1]);
}
