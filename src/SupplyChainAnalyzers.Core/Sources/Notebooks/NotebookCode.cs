using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources.Notebooks;

/// <summary>The text of all code cells in a row, and where each character of it stands in the file: behind quotes and escapes.</summary>
/// <param name="text">The file, which is valid JSON.</param>
internal sealed class NotebookCode(string text)
{
    private const int HexDigits = 4;

    private readonly LineStarts _lines = new(text);
    private readonly MappedTextBuilder _code = new();

    /// <summary>Where each cell begins and ends in the text of all.</summary>
    public List<(int Start, int End)> Cells { get; } = [];

    /// <summary>A cell: one string, or a list of strings that are its lines.</summary>
    public void Add(JsonNode source)
    {
        var start = _code.Length;
        if (source.StringValue is not null)
            Append(source);

        foreach (var line in source.Items)
        {
            if (line.StringValue is not null)
                Append(line);
        }

        Cells.Add((start, _code.Length));
        _code.Append('\n', OffsetOf(source));
    }

    public MappedText Build() => _code.Build(text.Length);

    private int OffsetOf(JsonNode node) => _lines.StartOf(node.Region.Line) + node.Region.Column - 1;

    // An escape counts as its last character: what ends with it ends behind it.
    private void Append(JsonNode node)
    {
        for (var at = OffsetOf(node) + 1; text[at] != '"'; at++)
        {
            if (text[at] != '\\')
            {
                _code.Append(text[at], at);
                continue;
            }

            at++;
            if (text[at] == 'u')
            {
                var unit = Convert.ToUInt16(text.Substring(at + 1, HexDigits), 16);
                at += HexDigits;
                _code.Append((char)unit, at);
                continue;
            }

            _code.Append(text[at] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c }, at);
        }
    }
}
