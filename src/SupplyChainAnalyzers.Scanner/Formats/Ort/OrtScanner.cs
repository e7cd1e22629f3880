using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.FlatBuffers;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Ort;

/// <summary>
/// ONNX Runtime's own form of an ONNX model (onnxruntime/core/flatbuffers/schema/ort.fbs), judged as ONNX is. InferenceSession: 1 model.
/// Model: 2 producer_name, 3 producer_version, 4 domain, 6 doc_string, 7 graph, 8 graph_doc_string, 9 metadata_props { 0 key, 1 value }.
/// </summary>
internal sealed class OrtScanner : IFormatScanner
{
    private const int MaxText = 1 << 20;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Ort];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (new FlatFile(source).Root().Table(1) is not { } model)
        {
            context.Unscannable("has no model in it; get the file anew");
            return;
        }

        var onnx = new OnnxModel(context);
        foreach (var field in (int[])[2, 3, 4, 6, 8])
            onnx.Texts.Check(model.Text(field, MaxText), "its description", model.Position);

        var metadata = model.Offsets(9);
        for (long i = 0; i < metadata.Count; i++)
        {
            var entry = metadata.Table(i);
            onnx.Texts.Check(entry.Text(1, MaxText), $"its metadata '{Printable.Of(entry.Text(0), 60)}'", entry.Position);
        }

        if (model.Table(7) is { } graph)
            new OrtGraphReader(onnx).Read(graph, 0);
    }
}
