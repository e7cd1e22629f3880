using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;

/// <summary>ONNX models byte by byte, for what no library writes.</summary>
internal static class OnnxBytes
{
    public static byte[] Model(params ProtoBuilder[] graphs)
    {
        var model = new ProtoBuilder().Number(1, 8).Text(2, "test");
        foreach (var graph in graphs)
            model.Message(7, graph);
        return model.Message(8, new ProtoBuilder().Number(2, 17)).Bytes;
    }

    public static byte[] ModelWith(int field, ProtoBuilder message) => [.. Model(Graph(Node("Relu"))), .. new ProtoBuilder().Message(field, message).Bytes];

    public static ProtoBuilder Graph(params ProtoBuilder[] nodes)
    {
        var graph = new ProtoBuilder();
        foreach (var node in nodes)
            graph.Message(1, node);
        return graph.Text(2, "g");
    }

    public static ProtoBuilder Node(string operation, string domain = "", params ProtoBuilder[] attributes)
    {
        var node = new ProtoBuilder().Text(1, "x").Text(2, "y").Text(3, "n1").Text(4, operation);
        foreach (var attribute in attributes)
            node.Message(5, attribute);
        return domain.Length == 0 ? node : node.Text(7, domain);
    }

    public static ProtoBuilder Attribute(string name, int field, ProtoBuilder value) => new ProtoBuilder().Text(1, name).Message(field, value);

    public static ProtoBuilder Attribute(string name, string text) => new ProtoBuilder().Text(1, name).Text(4, text);

    public static ProtoBuilder Tensor(int type, params long[] dimensions)
    {
        var tensor = new ProtoBuilder();
        foreach (var dimension in dimensions)
            tensor.Number(1, dimension);
        return tensor.Number(2, type).Text(8, "w");
    }

    public static ProtoBuilder External(string location, string? offset = null, string? length = null)
    {
        var tensor = Tensor(1, 4).Message(13, Entry("location", location));
        if (offset is not null)
            tensor.Message(13, Entry("offset", offset));
        if (length is not null)
            tensor.Message(13, Entry("length", length));
        return tensor.Number(14, 1);
    }

    public static ProtoBuilder Entry(string key, string value) => new ProtoBuilder().Text(1, key).Text(2, value);

    public static ProtoBuilder Function(string domain, string name, params ProtoBuilder[] nodes)
    {
        var function = new ProtoBuilder().Text(1, name);
        foreach (var node in nodes)
            function.Message(7, node);
        return function.Text(10, domain);
    }
}
