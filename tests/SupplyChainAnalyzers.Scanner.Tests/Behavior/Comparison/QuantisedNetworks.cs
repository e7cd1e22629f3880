using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Comparison;

/// <summary>What converters make of the products of a network with constants.</summary>
internal static class QuantisedNetworks
{
    /// <summary>Weights of 16 bits, cast where they are used.</summary>
    public static ModelProto Half(ModelProto model) => Changed(model, static (graph, node, weights) =>
    {
        var tensor = TensorProto.Of(node.Inputs[1] + "_half", TensorType.Float16, System.Runtime.InteropServices.MemoryMarshal.AsBytes(Array.ConvertAll(TensorValues.Floats(weights), static value => (Half)value).AsSpan()), weights.Dimensions);
        graph.Set(tensor);
        graph.Insert(0, NodeProto.Of("Cast", [tensor.Name], [tensor.Name + "_float"], AttributeProto.Of("to", 1L)));
        node.SetInputs([node.Inputs[0], tensor.Name + "_float"]);
    });

    /// <summary>Weights of 8 bits and one scale for each column, made floats where they are used (QDQ).</summary>
    public static ModelProto Dequantised(ModelProto model) => Changed(model, static (graph, node, weights) =>
    {
        var (name, columns) = (node.Inputs[1], (int)weights.Dimensions[1]);
        var (scales, quantised) = Quantised(TensorValues.Floats(weights), columns, columns);
        graph.Set(TensorProto.Of(name + "_q", TensorType.Int8, quantised, weights.Dimensions));
        graph.Set(TensorProto.Of(name + "_scale", scales, columns));
        graph.Set(TensorProto.Of(name + "_zero", TensorType.Int8, new byte[columns], columns));
        graph.Insert(0, NodeProto.Of("DequantizeLinear", [name + "_q", name + "_scale", name + "_zero"], [name + "_float"], AttributeProto.Of("axis", 1L)));
        node.SetInputs([node.Inputs[0], name + "_float"]);
    });

    /// <summary>Weights of 8 bits; what goes in is quantised as it runs.</summary>
    public static ModelProto Dynamic(ModelProto model) => Changed(model, static (graph, node, weights) =>
    {
        var (name, output, at) = (node.Inputs[1], node.Outputs[0], graph.Nodes.ToList().IndexOf(node));
        var (scales, quantised) = Quantised(TensorValues.Floats(weights), (int)weights.Dimensions[1], 1);
        graph.Set(TensorProto.Of(name + "_q", TensorType.Int8, quantised, weights.Dimensions));
        graph.Set(TensorProto.Of(name + "_scale", scales, 1));
        graph.Set(TensorProto.Of(name + "_zero", TensorType.Int8, new byte[1], 1));
        NodeProto[] nodes =
        [
            NodeProto.Of("DynamicQuantizeLinear", [node.Inputs[0]], [name + "_x", name + "_xs", name + "_xz"]),
            NodeProto.Of("MatMulInteger", [name + "_x", name + "_q", name + "_xz", name + "_zero"], [name + "_y"]),
            NodeProto.Of("Cast", [name + "_y"], [name + "_yf"], AttributeProto.Of("to", 1L)),
            NodeProto.Of("Mul", [name + "_xs", name + "_scale"], [name + "_s"]),
            NodeProto.Of("Mul", [name + "_yf", name + "_s"], [output]),
        ];
        graph.Remove(node);
        for (var i = 0; i < nodes.Length; i++)
            graph.Insert(at + i, nodes[i]);
    });

    /// <summary>Products of 8 bits throughout (QOperator): what goes in, the weights and what comes out.</summary>
    public static ModelProto Integer(ModelProto model)
    {
        var products = 0;
        return Changed(model, (graph, node, weights) =>
        {
            var (name, output, at, columns) = (node.Inputs[1], node.Outputs[0], graph.Nodes.ToList().IndexOf(node), (int)weights.Dimensions[1]);
            var (scales, quantised) = Quantised(TensorValues.Floats(weights), columns, columns);
            var (into, from) = products++ == 0 ? (1f, 2f) : (2f, 12f); // widths of the ranges: pixels, hidden numbers, logits
            graph.Set(TensorProto.Of(name + "_q", TensorType.Int8, quantised, weights.Dimensions));
            graph.Set(TensorProto.Of(name + "_scale", scales, columns));
            graph.Set(TensorProto.Of(name + "_zero", TensorType.Int8, new byte[columns], columns));
            graph.Set(TensorProto.Of(name + "_xs", [into / byte.MaxValue]));
            graph.Set(TensorProto.Of(name + "_xz", TensorType.UInt8, [0]));
            graph.Set(TensorProto.Of(name + "_ys", [from / byte.MaxValue]));
            graph.Set(TensorProto.Of(name + "_yz", TensorType.UInt8, [43]));
            NodeProto[] nodes =
            [
                NodeProto.Of("QuantizeLinear", [node.Inputs[0], name + "_xs", name + "_xz"], [name + "_x"]),
                NodeProto.Of("QLinearMatMul", [name + "_x", name + "_xs", name + "_xz", name + "_q", name + "_scale", name + "_zero", name + "_ys", name + "_yz"], [name + "_y"]),
                NodeProto.Of("DequantizeLinear", [name + "_y", name + "_ys", name + "_yz"], [output]),
            ];
            graph.Remove(node);
            for (var i = 0; i < nodes.Length; i++)
                graph.Insert(at + i, nodes[i]);
        });
    }

    private static ModelProto Changed(ModelProto model, Action<GraphProto, NodeProto, TensorProto> change)
    {
        var copy = model.Copy();
        foreach (var node in copy.Graph.Nodes.Where(static node => node.Operator == "MatMul").ToArray())
        {
            var weights = copy.Graph.Initializers.Single(tensor => tensor.Name == node.Inputs[1]);
            change(copy.Graph, node, weights);
            copy.Graph.Remove(weights);
        }

        return ModelProto.Parse(copy.ToBytes());
    }

    private static (float[] Scales, byte[] Quantised) Quantised(float[] weights, int columns, int scales)
    {
        float[] each = [.. Enumerable.Range(0, scales).Select(column => weights.Where((_, i) => scales == 1 || i % columns == column).Max(Math.Abs) / 127)];
        return (each, [.. weights.Select((weight, i) => (byte)(sbyte)Math.Round(weight / each[i % columns % scales]))]);
    }
}
