using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Llamafile;

/// <summary>
/// A llamafile is a program for six systems at once with a zip archive at its end that holds the weights. The program cannot
/// be judged here; the weights can.
/// </summary>
internal sealed class LlamafileScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Llamafile];

    public void Scan(ByteSource source, ScanContext context)
    {
        context.Report(Rules.EmbeddedExecutable, "is a program with weights in it and runs whatever its author wanted; take the GGUF file out of it and use that", 0, Severity.Medium);
        if (ZipReading.All(source) is not [var reading, ..])
            return;

        var start = Math.Clamp(reading.Entries.Min(static entry => entry.Offset), 0, source.Length);
        var archive = new SliceSource(source, start, source.Length - start, "the archive");
        ZipInspector.Inspect(archive, context, member => context.Nested(member.Content, member.Name));
    }
}
