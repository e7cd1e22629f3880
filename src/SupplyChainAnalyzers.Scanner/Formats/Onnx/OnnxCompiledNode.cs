using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// Operators that carry a network compiled for one device (EPContext, Snpe: onnxruntime docs/ContribOperators.md), inside or as a
/// path to a file beside the model (<c>embed_mode</c> 0). What a device does with it can't be seen; where the path leads can.
/// </summary>
internal static class OnnxCompiledNode
{
    private const int AttributeField = 5;
    private const int MaxName = 64;
    private const int MaxPath = 4096;
    private const int MaxShown = 100;

    public static void Judge(OnnxNode node, ProtoReader? fields, OnnxModel model)
    {
        while (fields?.Next() == true)
        {
            if (fields.Is(AttributeField, ProtoWire.Counted))
                JudgeAttribute(fields.Message(), node, model);
        }

        model.ReportOnce(
            $"node {node.Domain}.{node.Operation}",
            Rules.Unscannable,
            $"carries a compiled network in {node.Place}, which is not inspected here; use the model it was compiled from",
            node.Offset);
    }

    private static void JudgeAttribute(ProtoReader attribute, OnnxNode node, OnnxModel model)
    {
        string name = "", text = "";
        var offset = 0L;
        while (attribute.Next())
        {
            if (attribute.Is(1, ProtoWire.Counted))
                name = attribute.Text(MaxName);
            else if (attribute.Is(4, ProtoWire.Counted))
                (text, offset) = (attribute.Length <= MaxPath ? attribute.Text(MaxPath) : "", attribute.Offset);
        }

        if (name is "ep_cache_context" or "onnx_model_filename" && text.All(static c => c is >= ' ' and not (char)0xFFFD) && OutsidePath.Fault(text) is { } fault)
        {
            model.ReportOnce(
                "location " + text,
                Rules.ExternalDataEscape,
                $"takes the compiled network of {node.Place} from '{Printable.Path(text, MaxShown)}', which {fault}; do not load it",
                offset,
                symbol: text);
        }
    }
}
