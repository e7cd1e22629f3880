using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Generator;

/// <summary>Text out of the lock as C#: ASCII only, so that nothing in it can look like something else to whoever reads the code.</summary>
internal static class Literal
{
    private const char FirstPrintable = ' ';
    private const char LastPrintable = '~';

    /// <summary>A string literal, or null.</summary>
    public static string Of(string? text)
    {
        if (text is null)
            return "null";

        var literal = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (c is >= FirstPrintable and <= LastPrintable)
                literal.Append(c);
            else
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Text for a documentation comment.</summary>
    public static string Comment(string text) =>
        Core.Text.Printable.Of(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
