using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Behavior.Onnx;

/// <summary>
/// TensorProto: 1 dims, 2 data_type, 4 float_data, 5 int32_data, 7 int64_data, 8 name, 9 raw_data, 10 double_data, 11 uint64_data,
/// 13 external_data, 14 data_location. Values: <see cref="TensorValues"/>.
/// </summary>
internal sealed class TensorProto(ProtoMessage message)
{
    public const int RawField = 9;

    public ProtoMessage Message { get; } = message;

    public string Name
    {
        get => Message.Text(8);
        set => Message.Set(8, value);
    }

    public TensorType Type => (TensorType)Message.Number(2);

    public long[] Dimensions => [.. Message.Numbers(1)];

    /// <summary>Whether the values stand in another file.</summary>
    public bool IsExternal => Message.Number(14) == 1;

    public static TensorProto Of(string name, ReadOnlySpan<float> values, params long[] dimensions) => Of(name, TensorType.Float, MemoryMarshal.AsBytes(values), dimensions);

    public static TensorProto Of(string name, ReadOnlySpan<double> values, params long[] dimensions) => Of(name, TensorType.Double, MemoryMarshal.AsBytes(values), dimensions);

    public static TensorProto Of(string name, ReadOnlySpan<long> values, params long[] dimensions) => Of(name, TensorType.Int64, MemoryMarshal.AsBytes(values), dimensions);

    /// <summary>With values as <c>raw_data</c> has them: little-endian, one after the other.</summary>
    public static TensorProto Of(string name, TensorType type, ReadOnlySpan<byte> raw, params long[] dimensions)
    {
        var message = new ProtoMessage();
        foreach (var dimension in dimensions)
            message.Add(1, dimension);
        message.Add(2, (long)type);
        message.Add(8, name);
        message.Add(RawField, raw.ToArray());
        return new TensorProto(message);
    }
}
