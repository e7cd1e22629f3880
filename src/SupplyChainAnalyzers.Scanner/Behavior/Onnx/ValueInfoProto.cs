using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Behavior.Onnx;

/// <summary>
/// An input or output of a graph. ValueInfoProto: 1 name, 2 type; TypeProto: 1 tensor_type; TypeProto.Tensor: 1 elem_type, 2 shape;
/// TensorShapeProto: 1 dim; Dimension: 1 dim_value, 2 dim_param.
/// </summary>
internal sealed class ValueInfoProto(ProtoMessage message)
{
    public ProtoMessage Message { get; } = message;

    public string Name
    {
        get => Message.Text(1);
        set => Message.Set(1, value);
    }

    public TensorType Type => (TensorType)(Tensor?.Number(1) ?? 0);

    /// <summary>Null where the model says nothing; a dimension without a number is -1.</summary>
    public long[]? Shape => Tensor?.Single(2) is { } shape ? [.. shape.Messages(1).Select(static dimension => dimension.Number(1, -1))] : null;

    /// <summary>Whether it says anything about what it is; if not, ONNX Runtime finds out.</summary>
    public bool HasType => Message.Single(2) is not null;

    private ProtoMessage? Tensor => Message.Single(2)?.Single(1);

    /// <summary>Of any type: ONNX Runtime finds out which.</summary>
    public static ValueInfoProto Of(string name)
    {
        var message = new ProtoMessage();
        message.Add(1, name);
        return new ValueInfoProto(message);
    }

    /// <summary>Of this type and, where given, shape; -1 is any size.</summary>
    public static ValueInfoProto Of(string name, TensorType type, IEnumerable<long>? shape = null)
    {
        var tensor = new ProtoMessage();
        tensor.Add(1, (long)type);
        if (shape is not null)
            tensor.Add(2, ShapeOf(shape));
        var holder = new ProtoMessage();
        holder.Add(1, tensor);
        var value = Of(name);
        value.Message.Add(2, holder);
        return value;
    }

    private static ProtoMessage ShapeOf(IEnumerable<long> shape)
    {
        var message = new ProtoMessage();
        foreach (var size in shape)
        {
            var dimension = new ProtoMessage();
            if (size >= 0)
                dimension.Add(1, size);
            message.Add(1, dimension);
        }

        return message;
    }
}
