using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.FlatBuffers;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TfLite;

/// <summary>
/// TensorFlow Lite (schema.fbs 3c). Model: 0 version, 1 operator_codes, 2 subgraphs, 3 description, 4 buffers, 6 metadata. Operators of
/// the format compute; custom ones are code of whoever runs the model, and those named Flex… run TensorFlow's own operators. Files that
/// belong to the model may follow as a zip archive (TensorFlow Lite metadata).
/// </summary>
internal sealed class TfLiteScanner : IFormatScanner
{
    private const int MaxText = 1 << 20;
    private const int MaxShown = 80;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.TfLite];

    public void Scan(ByteSource source, ScanContext context)
    {
        var model = new FlatFile(source).Root();
        if (TextJudge.Find(model.Text(3, MaxText)) is { } sign)
            context.Report(Rules.GraphText, $"holds in its description a text which {sign.What}: '{Printable.Of(sign.Excerpt, MaxShown)}'; ask its author what it is for", model.Position, sign.Severity);

        var codes = model.Offsets(1);
        for (long i = 0; i < codes.Count; i++)
            TfLiteOperatorJudge.Judge(codes.Table(i), context);

        var buffers = TfLiteBuffers.Read(model.Offsets(4), context);
        var graphs = model.Offsets(2);
        for (long i = 0; i < graphs.Count; i++)
            TfLiteGraph.Check(graphs.Table(i), codes.Count, buffers, context);

        ScanAssociatedFiles(source, context);
    }

    private static void ScanAssociatedFiles(ByteSource source, ScanContext context)
    {
        if (ZipEnd.Find(source) is null)
            return;

        var start = ZipReading.All(source).SelectMany(static reading => reading.Entries).Select(static entry => entry.Offset).DefaultIfEmpty(-1).Min();
        if (start > 0)
            context.Nested(new SliceSource(source, start, source.Length - start, "its associated files"), "associated files");
        else
            context.Unscannable("ends like an archive of associated files whose directory cannot be read; get the file anew");
    }
}
