using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Behavior.Onnx;

/// <summary>
/// An ONNX model that can be edited (onnx.proto, ModelProto: 1 ir_version, 7 graph, 8 opset_import, 25 functions). What isn't
/// edited stays as it is in the file, byte for byte.
/// </summary>
internal sealed class ModelProto
{
    private const int FunctionsField = 25;

    private ModelProto(ProtoMessage message, GraphProto graph) => (Message, Graph) = (message, graph);

    public ProtoMessage Message { get; }

    public GraphProto Graph { get; }

    /// <summary>Version of ONNX's own operators; 1 where the model names none.</summary>
    public long Opset => Message.Messages(8).Where(static import => import.Text(1) is "" or "ai.onnx").Select(static import => import.Number(2)).LastOrDefault(1);

    /// <summary>Whether it brings functions of its own, whose nodes stand outside the graph.</summary>
    public bool HasFunctions => Message.Of(FunctionsField, ProtoWire.Counted).Any();

    /// <exception cref="DamagedFileException">It is no ONNX model.</exception>
    /// <exception cref="Scanning.LimitExceededException">It has more fields than any network.</exception>
    public static ModelProto Parse(byte[] bytes)
    {
        var message = ProtoMessage.Parse(bytes);
        return new ModelProto(message, new GraphProto(message.Single(7) ?? throw new DamagedFileException("the model has no graph", 0)));
    }

    /// <summary>A model of our own, without nodes.</summary>
    public static ModelProto Create(long opset, long irVersion)
    {
        var (message, import, graph) = (new ProtoMessage(), new ProtoMessage(), new ProtoMessage());
        message.Add(1, irVersion);
        import.Add(2, opset);
        message.Add(8, import);
        graph.Add(2, "graph");
        message.Add(7, graph);
        return new ModelProto(message, new GraphProto(graph));
    }

    public byte[] ToBytes() => Message.ToBytes();

    /// <summary>One more copy, to be edited apart.</summary>
    public ModelProto Copy() => Parse(ToBytes());
}
