using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Sources.Commands;
using SupplyChainAnalyzers.Core.Sources.Python;

namespace SupplyChainAnalyzers.Core.Sources.Notebooks;

/// <summary>
/// Jupyter notebooks (nbformat 3 and 4) in Python: the code cells are one program, in the order they stand in; what is a magic of
/// IPython is a command of a shell, or left out. Places are those in the file. What cells have put out is not looked at.
/// </summary>
internal sealed class NotebookReader() : SourceReader(SourceKind.Notebook)
{
    // Output of charts is nested deeper than any code.
    private static readonly JsonLimits Limits = new() { MaxLength = MaxCharacters, MaxNodes = 500_000, MaxDepth = 128 };

    public override bool Reads(string fileName) => fileName.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    private protected override void Read(string text, SourceContext context, SourceNotes notes)
    {
        if (JsonReader.Parse(JsonLeniency.Plain(text), Limits).Root is not { Kind: JsonKind.Object } root)
        {
            notes.IsIncomplete = true;
            return;
        }

        if (!IsPython(root.Find("metadata")))
            return;

        var code = new NotebookCode(text);
        foreach (var cell in Cells(root))
            code.Add(cell);

        var program = code.Build();
        var cells = new NotebookCells(program, code.Cells);
        var inner = new SourceNotes();
        PythonSourceReader.Judge(program.Text, cells.Lines, context, inner);
        notes.Add(inner, program);
        new CommandJudge(context, notes).Judge(cells.Commands);
    }

    private static IEnumerable<JsonNode> Cells(JsonNode root)
    {
        // nbformat 3 has sheets of cells, and calls the text of a cell its input.
        var all = (root.Find("cells")?.Items ?? []).Concat((root.Find("worksheets")?.Items ?? []).SelectMany(static sheet => sheet.Find("cells")?.Items ?? []));
        foreach (var cell in all)
        {
            if (cell.Find("cell_type")?.StringValue == "code" && (cell.Find("source") ?? cell.Find("input")) is { } source)
                yield return source;
        }
    }

    // Where nobody says, it is Python: that is how notebooks began.
    private static bool IsPython(JsonNode? metadata)
    {
        var language = metadata?.Find("kernelspec")?.Find("language")?.StringValue ?? metadata?.Find("language_info")?.Find("name")?.StringValue;
        return language is null || language.StartsWith("python", StringComparison.OrdinalIgnoreCase) || language.StartsWith("ipython", StringComparison.OrdinalIgnoreCase);
    }
}
