using System.Text;

namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>
/// Makes more values of a graph its outputs, without reading the model: protobuf merges a second occurrence of a message into the first,
/// and appends to what is repeated. ModelProto.graph is field 7, GraphProto.output 12, ValueInfoProto.name 1 (onnx.proto3); ONNX Runtime
/// finds the type by itself.
/// </summary>
internal static class GraphOutputs
{
    private const byte Graph = (7 << 3) | 2;
    private const byte Output = (12 << 3) | 2;
    private const byte Name = (1 << 3) | 2;

    public static byte[] Add(byte[] model, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return model;

        using var outputs = new MemoryStream();
        foreach (var name in names)
            Write(outputs, Output, Field(Name, Encoding.UTF8.GetBytes(name)));
        return [.. model, .. Field(Graph, outputs.ToArray())];
    }

    private static byte[] Field(byte tag, byte[] content)
    {
        using var field = new MemoryStream();
        Write(field, tag, content);
        return field.ToArray();
    }

    private static void Write(MemoryStream into, byte tag, byte[] content)
    {
        into.WriteByte(tag);
        for (var length = (uint)content.Length; ; length >>= 7)
        {
            into.WriteByte((byte)(length < 0x80 ? length : length | 0x80));
            if (length < 0x80)
                break;
        }

        into.Write(content);
    }
}
