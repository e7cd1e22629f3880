using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Behavior.Onnx;

/// <summary>
/// AttributeProto: 1 name, 2 f, 3 i, 4 s, 5 t, 6 g, 7 floats, 8 ints, 9 strings, 10 tensors, 11 graphs, 20 type.
/// </summary>
internal sealed class AttributeProto(ProtoMessage message)
{
    private const int TypeField = 20;

    private GraphProto[]? _graphs;

    public ProtoMessage Message { get; } = message;

    public string Name { get; } = message.Text(1);

    public float Float => Message.Of(2, ProtoWire.Fixed32).LastOrDefault() is { } number ? BitConverter.UInt32BitsToSingle((uint)number.Value) : 0;

    public long Integer => Message.Number(3);

    public string Text => Message.Text(4);

    public TensorProto? Tensor => Message.Single(5) is { } tensor ? new TensorProto(tensor) : null;

    public float[] Floats => MemoryMarshal.Cast<byte, float>(Message.Fixed(7, ProtoWire.Fixed32).Span).ToArray();

    public long[] Integers => [.. Message.Numbers(8)];

    public List<string> Texts => Message.Texts(9);

    /// <summary>Bodies of If, Loop and Scan.</summary>
    public IReadOnlyList<GraphProto> Graphs =>
        _graphs ??= [.. new[] { Message.Single(6) }.Concat(Message.Messages(11)).OfType<ProtoMessage>().Select(static graph => new GraphProto(graph))];

    public static AttributeProto Of(string name, long value) => Make(name, 2, message => message.Add(3, value));

    public static AttributeProto Of(string name, float value) => Make(name, 1, message => message.Add(2, value));

    public static AttributeProto Of(string name, string value) => Make(name, 3, message => message.Add(4, value));

    public static AttributeProto Of(string name, TensorProto value) => Make(name, 4, message => message.Add(5, value.Message));

    public static AttributeProto Of(string name, IEnumerable<long> values) => Make(name, 7, message =>
    {
        foreach (var value in values)
            message.Add(8, value);
    });

    public static AttributeProto Of(string name, IEnumerable<float> values) => Make(name, 6, message =>
    {
        foreach (var value in values)
            message.Add(7, value);
    });

    public static AttributeProto Of(string name, IEnumerable<string> values) => Make(name, 8, message =>
    {
        foreach (var value in values)
            message.Add(9, value);
    });

    private static AttributeProto Make(string name, long type, Action<ProtoMessage> fill)
    {
        var message = new ProtoMessage();
        message.Add(1, name);
        fill(message);
        message.Add(TypeField, type);
        return new AttributeProto(message);
    }
}
