using System.Text;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Hub;
using SupplyChainAnalyzers.Scanner.Formats.Plain;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Json;

/// <summary>
/// JSON of model repositories: every string value is held against what its readers do with it (<see cref="ConfigJudge"/>). Of
/// notebooks, the code is read.
/// </summary>
internal sealed class JsonScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Json];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (context.Name.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
        {
            NotebookScan.Scan(source, context);
            return;
        }

        var judge = new ConfigJudge(context);
        var tokens = Open(source);
        var frames = new Stack<JsonFrame>();
        frames.Push(new JsonFrame("", isArray: true));
        while (tokens.Next())
            Step(tokens, frames, judge);
    }

    /// <summary>UTF-16, which some editors on Windows write, is read as UTF-8.</summary>
    public static JsonTokens Open(ByteSource source)
    {
        Span<byte> mark = stackalloc byte[3];
        mark = mark[..source.Read(0, mark)];
        if (mark.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || mark.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            return new JsonTokens(new MemorySource(Encoding.UTF8.GetBytes(TextFile.Read(source))));

        return new JsonTokens(source, mark.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? 3 : 0);
    }

    private static void Step(JsonTokens tokens, Stack<JsonFrame> frames, ConfigJudge judge)
    {
        var frame = frames.Peek();
        switch (tokens.Kind)
        {
            case JsonTokenKind.Name:
                frame.Name = tokens.Text.Length <= ConfigEntry.MaxKey ? tokens.Text : tokens.Text[..ConfigEntry.MaxKey];
                break;
            case JsonTokenKind.StartObject or JsonTokenKind.StartArray:
                frames.Push(new JsonFrame(frame.Name, tokens.Kind == JsonTokenKind.StartArray));
                break;
            case JsonTokenKind.EndObject or JsonTokenKind.EndArray:
                if (frames.Count > 1)
                    frames.Pop();
                frames.Peek().Index++;
                break;
            default:
                judge.Check(new ConfigEntry(frame.Name, Ways(frames), tokens.Text, tokens.Kind == JsonTokenKind.Text, frame.IsArray ? frame.Index : -1, tokens.Offset, tokens.IsCut));
                frame.Index++;
                break;
        }
    }

    private static IEnumerable<string> Ways(Stack<JsonFrame> frames) => frames.Select(static frame => frame.Key);
}
