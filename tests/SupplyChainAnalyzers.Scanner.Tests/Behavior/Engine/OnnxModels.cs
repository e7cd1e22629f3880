using SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

/// <summary>Models small enough to be worked out by hand, which ONNX Runtime runs.</summary>
internal static class OnnxModels
{
    private const int Float = 1;

    /// <summary>y = relu(x + w) with w = (1, -2, 3), hidden value "h" = x + w; x and y are N x 3.</summary>
    public static byte[] AddRelu { get; } = Model(
        [Node("Add", ["x", "w"], ["h"]), Node("Relu", ["h"], ["y"])],
        [Floats("w", [3], 1, -2, 3)],
        [Port("x", -1, 3)],
        [Port("y", -1, 3)]);

    public static byte[] Model(ProtoBuilder[] nodes, ProtoBuilder[] parameters, ProtoBuilder[] inputs, ProtoBuilder[] outputs, int opset = 17)
    {
        var graph = OnnxBytes.Graph(nodes);
        foreach (var parameter in parameters)
            graph.Message(5, parameter);
        foreach (var input in inputs)
            graph.Message(11, input);
        foreach (var output in outputs)
            graph.Message(12, output);
        return new ProtoBuilder().Number(1, 8).Message(7, graph).Message(8, new ProtoBuilder().Number(2, opset)).Bytes;
    }

    public static ProtoBuilder Node(string operation, string[] inputs, string[] outputs, params ProtoBuilder[] attributes)
    {
        var node = new ProtoBuilder();
        foreach (var input in inputs)
            node.Text(1, input);
        foreach (var output in outputs)
            node.Text(2, output);
        node.Text(4, operation);
        foreach (var attribute in attributes)
            node.Message(5, attribute);
        return node;
    }

    /// <summary>A number as an attribute: type INT.</summary>
    public static ProtoBuilder Attribute(string name, long value) => new ProtoBuilder().Text(1, name).Number(3, value).Number(20, 2);

    public static ProtoBuilder Floats(string name, long[] shape, params float[] values)
    {
        var tensor = Tensor(name, Float, shape);
        var bytes = new byte[values.Length * sizeof(float)];
        Buffer.BlockCopy(values, 0, bytes, 0, bytes.Length);
        return tensor.Data(9, bytes);
    }

    public static ProtoBuilder Tensor(string name, int type, params long[] shape)
    {
        var tensor = new ProtoBuilder();
        foreach (var dimension in shape)
            tensor.Number(1, dimension);
        return tensor.Number(2, type).Text(8, name);
    }

    /// <summary>A float tensor; -1 leaves a dimension open.</summary>
    public static ProtoBuilder Port(string name, params long[] shape) => Typed(name, Float, shape);

    public static ProtoBuilder Typed(string name, int type, params long[] shape)
    {
        var dimensions = new ProtoBuilder();
        foreach (var dimension in shape)
            dimensions.Message(1, dimension < 0 ? new ProtoBuilder().Text(2, "n") : new ProtoBuilder().Number(1, dimension));
        var tensor = new ProtoBuilder().Number(1, type).Message(2, dimensions);
        return new ProtoBuilder().Text(1, name).Message(2, new ProtoBuilder().Message(1, tensor));
    }
}
