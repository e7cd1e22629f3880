using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Python's text formatting, where it puts names together: <c>'%c%c' % (95, 95)</c>, <c>'{}{}'.format('__cl', 'ass__')</c>.</summary>
internal static class JinjaFormat
{
    /// <summary><c>format % values</c>; null when it can't be followed.</summary>
    public static string? Percent(string format, IReadOnlyList<JinjaValue> values)
    {
        if (values.Count == 1 && values[0].Known is [JinjaList list])
            values = list.Items;

        var text = new StringBuilder();
        var next = 0;
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
            {
                text.Append(format[at]);
                continue;
            }

            while (++at < format.Length && format[at] is '-' or '+' or ' ' or '#' or '.' or (>= '0' and <= '9'))
            {
                // flags and widths add spaces only
            }

            if (at >= format.Length)
                return null;
            if (format[at] == '%')
                text.Append('%');
            else if (format[at] == '(' || next >= values.Count || Single(values[next++], format[at] == 'c') is not { } part)
                return null;
            else
                text.Append(part);
            if (text.Length > JinjaValue.MaxText)
                return null;
        }

        return text.ToString();
    }

    /// <summary><c>format.format(…)</c>; null when it can't be followed.</summary>
    public static string? Braces(string format, IReadOnlyList<JinjaValue> values, IReadOnlyList<(string Name, JinjaValue Value)> named)
    {
        var text = new StringBuilder();
        var next = 0;
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] is '{' or '}' && at + 1 < format.Length && format[at + 1] == format[at])
            {
                text.Append(format[at++]);
                continue;
            }

            if (format[at] != '{')
            {
                text.Append(format[at]);
                continue;
            }

            var end = format.IndexOf('}', at);
            if (end < 0)
                return null;

            var field = format[(at + 1)..end].Split(':', '!');
            var isCharacter = field.Length > 1 && field[^1] == "c";
            var value = field[0].Length == 0 ? values.ElementAtOrDefault(next++)
                : int.TryParse(field[0], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? values.ElementAtOrDefault(place)
                : named.FirstOrDefault(pair => pair.Name == field[0]).Value;
            if (value is null || Single(value, isCharacter) is not { } part)
                return null;

            text.Append(part);
            at = end;
            if (text.Length > JinjaValue.MaxText)
                return null;
        }

        return text.ToString();
    }

    private static string? Single(JinjaValue value, bool isCharacter) => value switch
    {
        { IsOpen: true } or { Known.Count: not 1 } => null,
        { Known: [long code] } when isCharacter => code is > 0 and < 0xD800 ? ((char)code).ToString() : null,
        { Known: [JinjaList or JinjaMap or JinjaRange] } => null,
        _ => JinjaOperators.Shown(value.Known[0]),
    };
}
