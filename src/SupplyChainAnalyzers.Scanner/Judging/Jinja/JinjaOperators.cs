using System.Globalization;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Operations on abstract values.</summary>
internal static class JinjaOperators
{
    /// <summary><c>a ~ b</c>, and one output behind another.</summary>
    public static JinjaValue Concatenate(JinjaValue a, JinjaValue b) => JinjaValue.Combine(Text(a), Text(b), static (left, right) => Joined((string)left, (string)right));

    /// <summary>As text: what Python would print of an object holds letters and underscores to pick from.</summary>
    public static JinjaValue Text(JinjaValue value)
    {
        var text = value.Map(static known => known is JinjaList or JinjaMap ? null : Shown(known));
        return value.Known.Any(static known => known is JinjaList or JinjaMap) ? JinjaValue.Join(text, JinjaValue.Computed) : text;
    }

    public static JinjaValue Binary(string name, JinjaValue a, JinjaValue b, JinjaCosts costs, int line)
    {
        switch (name)
        {
            case "~":
                return Concatenate(a, b);
            case "+":
                return JinjaValue.Combine(a, b, static (left, right) => (left, right) switch
                {
                    (string x, string y) => Joined(x, y),
                    (JinjaList x, JinjaList y) when x.Items.Count + y.Items.Count <= JinjaList.Most => new JinjaList([.. x.Items, .. y.Items]),
                    _ => Number(left) is { } x && Number(right) is { } y ? x + y : null,
                });
            case "*":
                return JinjaValue.Combine(a, b, (left, right) => Times(left, right, costs, line) ?? Times(right, left, costs, line));
            case "%":
                return JinjaValue.Combine(a, b, static (left, right) => left is string format ? JinjaFormat.Percent(format, [JinjaValue.Of(right)]) : Number(left) is { } x && Number(right) is { } y && y != 0 ? x % y : null);
            case "-":
                return Numbers(a, b, static (x, y) => x - y);
            case "/" or "//":
                return Numbers(a, b, static (x, y) => y == 0 ? 0 : x / y);
            case "**":
                return Numbers(a, b, (x, y) => Power(x, y, costs, line));
            case "and" or "or":
                return JinjaValue.Join(a, b);
            default:
                return JinjaValue.Computed; // comparisons
        }
    }

    /// <summary>The values a loop goes over, joined.</summary>
    public static JinjaValue Items(JinjaValue value)
    {
        var items = JinjaValue.Nothing;
        foreach (var known in value.Known)
        {
            items = JinjaValue.Join(items, known switch
            {
                JinjaList list => JinjaValue.Join(list.Items),
                JinjaMap map => JinjaValue.Join(map.Pairs.Select(static pair => pair.Key)),
                string text => JinjaValue.Join(text.Take(64).Select(static c => JinjaValue.Of(c.ToString()))),
                _ => JinjaValue.Nothing,
            });
        }

        return value.IsOpen || items == JinjaValue.Nothing ? JinjaValue.Join(items, value.IsBuilt ? JinjaValue.Assembled : JinjaValue.Data(value.Path + "[]")) : items;
    }

    /// <summary>The item of this place.</summary>
    public static JinjaValue Item(JinjaValue value, long index)
    {
        var item = JinjaValue.Nothing;
        foreach (var known in value.Known)
        {
            item = JinjaValue.Join(item, known switch
            {
                JinjaList list => At(list.Items.Count, index) is { } at ? list.Items[at] : JinjaValue.Nothing,
                string text => At(text.Length, index) is { } at ? JinjaValue.Of(text[at].ToString()) : JinjaValue.Nothing,
                JinjaMap map => map.Find(index),
                _ => JinjaValue.Nothing,
            });
        }

        return value.IsOpen ? JinjaValue.Join(item, value.IsBuilt ? JinjaValue.Assembled : JinjaValue.Data(value.Path + "[]")) : item;
    }

    /// <summary>How many rounds a loop over it has; 1 when the template does not say.</summary>
    public static long Count(JinjaValue value) => value.Known.Select(static known => known switch
    {
        JinjaList list => list.Items.Count,
        JinjaRange range => range.Count,
        string text => text.Length,
        _ => 1L,
    }).DefaultIfEmpty(1).Max();

    /// <summary>Of a number or a truth value.</summary>
    public static double? Number(object value) => value switch { long whole => whole, double number => number, bool truth => truth ? 1 : 0, _ => null };

    public static string Shown(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "True" : "False",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static int? At(int count, long index) => index >= -count && index < count ? (int)(index < 0 ? index + count : index) : null;

    private static string? Joined(string a, string b) => a.Length + b.Length > JinjaValue.MaxText ? null : a + b;

    private static JinjaValue Numbers(JinjaValue a, JinjaValue b, Func<double, double, double> compute) =>
        JinjaValue.Combine(a, b, (left, right) => Number(left) is { } x && Number(right) is { } y ? compute(x, y) : null);

    // Digits of a whole number's power, which Python computes in full.
    private static double Power(double x, double y, JinjaCosts costs, int line)
    {
        if (Math.Abs(x) > 1 && y > 0)
            costs.Size(y * Math.Log10(Math.Abs(x)), "computes a number with digits", line);
        return Math.Pow(x, y);
    }

    private static object? Times(object left, object right, JinjaCosts costs, int line)
    {
        if (Number(right) is not { } times)
            return null;

        switch (left)
        {
            case string text:
                costs.Size(text.Length * times, "repeats a text to a length", line);
                return text.Length * times <= JinjaValue.MaxText ? string.Concat(Enumerable.Repeat(text, (int)Math.Max(0, times))) : null;
            case JinjaList list:
                costs.Size(list.Items.Count * times, "repeats a list to a length", line);
                return list.Items.Count * times <= JinjaList.Most ? new JinjaList([.. Enumerable.Repeat(list.Items, (int)Math.Max(0, times)).SelectMany(static items => items)]) : null;
            default:
                return Number(left) is { } x ? x * times : null;
        }
    }
}
