using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources.Ollama;

/// <summary>
/// Modelfiles of Ollama: instructions by line, the name of an instruction in any case, and texts in three quotation marks that
/// may span lines. FROM and ADAPTER name models; a local file is of no concern here.
/// </summary>
internal sealed class ModelfileReader() : SourceReader(SourceKind.Modelfile)
{
    private const string Quotes = "\"\"\"";

    private static readonly string[] FileExtensions = [".gguf", ".bin", ".safetensors", ".ggml"];

    public override bool Reads(string fileName) =>
        fileName.Equals("Modelfile", StringComparison.OrdinalIgnoreCase)
        || fileName.StartsWith("Modelfile.", StringComparison.OrdinalIgnoreCase)
        || fileName.EndsWith(".Modelfile", StringComparison.OrdinalIgnoreCase);

    private protected override void Read(string text, SourceContext context, SourceNotes notes)
    {
        for (var at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; at < text.Length;)
        {
            var end = text.IndexOfAny(['\n', '\r'], at);
            end = end < 0 ? text.Length : end;
            var quotes = text.IndexOf(Quotes, at, end - at, StringComparison.Ordinal);
            if (quotes >= 0)
            {
                var close = text.IndexOf(Quotes, quotes + Quotes.Length, StringComparison.Ordinal);
                at = close < 0 ? text.Length : close + Quotes.Length;
                continue;
            }

            Line(text, at, end, context, notes);
            at = end + 1;
        }
    }

    private static void Line(string text, int at, int end, SourceContext context, SourceNotes notes)
    {
        var word = Word(text, at, end);
        var isModel = Is(text, word, "FROM") || Is(text, word, "ADAPTER");
        var value = isModel ? Word(text, word.End, end) : default;
        if (value.End == value.Start || OllamaName.Parse(text.Substring(value.Start, value.End - value.Start)) is not { } name || IsFile(name.Model))
            return;

        if (name.HubRepo is { } repo)
            notes.Use(SourceFactKind.HubModel, repo, null, name.Digest, value.Start, value.End - value.Start);
        else
            notes.Use(SourceFactKind.OllamaModel, name.Model, name.Tag, name.Digest, value.Start, value.End - value.Start);
        if (name.IsFloating && !context.Ollama.Has(name.Model, OllamaName.DefaultTag))
            notes.Report(Rules.OllamaWithoutTag, $"'{Printable.Of(name.Model)}' follows the tag latest, which moves; name a tag, and declare the model: run: models lock", value.Start, value.End - value.Start);
    }

    private static bool IsFile(string name) => Array.Exists(FileExtensions, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static bool Is(string text, (int Start, int End) word, string instruction) =>
        word.End - word.Start == instruction.Length && string.Compare(text, word.Start, instruction, 0, instruction.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static (int Start, int End) Word(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
            at++;

        var start = at;
        while (at < end && text[at] is not (' ' or '\t'))
            at++;

        return (start, at);
    }
}
