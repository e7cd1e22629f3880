using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Initialization;

/// <summary>Adds to a JSON text without touching the rest of it.</summary>
internal static class JsonInsertion
{
    /// <summary>Appends <paramref name="item"/> to an object or array of <paramref name="text"/>, on a line of its own.</summary>
    public static string Append(string text, JsonNode holder, string item, string indent)
    {
        // The closing bracket is the last character of the region.
        var close = Offset(text, holder.Region.EndLine, holder.Region.EndColumn) - 1;
        var end = close;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;

        var isEmpty = holder.Kind == JsonKind.Object ? holder.Members.Count == 0 : holder.Items.Count == 0;
        var newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var body = item.Replace("\n", newline, StringComparison.Ordinal);
        return text[..end] + (isEmpty ? "" : ",") + newline + indent + body + newline + indent[..^2] + text[close..];
    }

    private static int Offset(string text, int line, int column)
    {
        var offset = 0;
        for (; line > 1; line--)
        {
            offset = text.IndexOfAny(['\r', '\n'], offset);
            offset += text[offset] == '\r' && offset + 1 < text.Length && text[offset + 1] == '\n' ? 2 : 1;
        }

        return offset + column - 1;
    }
}
