namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// JSON (RFC 8259) that begins with an object or a list, and XGBoost's: <c>{"learner":{</c>. A text in brackets isn't JSON, so
/// the first token inside has to fit.
/// </summary>
internal static class JsonSniffer
{
    public static ModelFormat? Sniff(string text)
    {
        if (text.Length < 2)
            return null;

        var inside = text.Substring(1).TrimStart();
        switch (text[0])
        {
            case '{' when inside.Length == 0 || inside[0] is '"' or '}':
                return IsXgBoost(inside) ? ModelFormats.XgBoost : ModelFormats.Json;
            case '[' when inside.Length == 0 || inside[0] is '"' or '{' or '[' or ']' || IsLiteral(inside):
                return ModelFormats.Json;
            default:
                return null;
        }
    }

    private static bool IsXgBoost(string inside)
    {
        const string Member = "\"learner\"";
        if (!inside.StartsWith(Member, StringComparison.Ordinal))
            return false;

        var value = inside.Substring(Member.Length).TrimStart();
        return value.Length > 0 && value[0] == ':' && value.Substring(1).TrimStart() is { Length: > 0 } member && member[0] == '{';
    }

    // A number, true, false or null, and what may follow it in a list.
    private static bool IsLiteral(string inside)
    {
        var length = 0;
        while (length < inside.Length && inside[length] is >= '0' and <= '9' or >= 'a' and <= 'z' or 'E' or '-' or '+' or '.')
            length++;

        var token = inside.Substring(0, length);
        var rest = inside.Substring(length).TrimStart();
        var isNumber = length > 0 && token[0] is '-' or >= '0' and <= '9'
            && double.TryParse(token, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
        return (isNumber || token is "true" or "false" or "null") && (rest.Length == 0 || rest[0] is ',' or ']') && !Is(rest, "](");
    }

    // "[1](…)" is a link in Markdown.
    private static bool Is(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);
}
