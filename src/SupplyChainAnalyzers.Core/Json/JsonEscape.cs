using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>
/// Texts in quotes. Escaped is what JSON demands, and what a terminal or a script engine would take for more than
/// text: DEL and C1 controls, U+2028 and U+2029.
/// </summary>
internal static class JsonEscape
{
    public static void Append(StringBuilder target, string value)
    {
        target.Append('"');
        var plain = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (IsPlain(c))
                continue;

            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
                continue;
            }

            target.Append(value, plain, i - plain).Append(Escaped(c));
            plain = i + 1;
        }

        target.Append(value, plain, value.Length - plain).Append('"');
    }

    private static bool IsPlain(char c)
        => c is >= ' ' and not ('"' or '\\' or (>= '\x7F' and <= '\x9F') or '\u2028' or '\u2029' or (>= '\uD800' and <= '\uDFFF'));

    private static string Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when char.IsSurrogate(c) => "\uFFFD",
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };
}
