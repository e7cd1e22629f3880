using System.Numerics.Tensors;
using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Weights;

/// <summary>The weights of a layer that mixes channels, a row for each output channel.</summary>
/// <param name="Name">Of the tensor; raw, hostile.</param>
/// <param name="Rows">Output channels.</param>
/// <param name="RowSize">Weights of one of them.</param>
/// <param name="Kernel">Of these, how many belong to one input channel: 1 where the layer is no convolution.</param>
/// <param name="Values">Row by row.</param>
internal sealed record LayerWeights(string Name, int Rows, int RowSize, int Kernel, float[] Values)
{
    private static readonly string[] Operators = ["Conv", "Gemm", "MatMul"];

    /// <summary>The node that uses them; null where there is none.</summary>
    public NodeProto? Node { get; init; }

    public bool IsFinite => Array.TrueForAll(Values, float.IsFinite);

    public ReadOnlySpan<float> this[int row] => Values.AsSpan(row * RowSize, RowSize);

    /// <summary>All layers of a model whose weights are constants, in the order they run.</summary>
    /// <param name="model">Is not changed.</param>
    /// <param name="folder">Of the model, where tensors lie in files beside it; null where none may.</param>
    /// <exception cref="Engine.OnnxException">A tensor in another file cannot be had.</exception>
    public static IEnumerable<LayerWeights> Of(ModelProto model, string? folder)
    {
        var constants = ModelTensors.Of(model, folder);
        foreach (var node in model.Graph.Nodes)
        {
            if (node.Domain is "" or "ai.onnx" && Operators.Contains(node.Operator) && node.Input(1) is { } name && constants.TryGetValue(name, out var tensor)
                && tensor.Type is TensorType.Float or TensorType.Double or TensorType.Float16 or TensorType.BFloat16 && Read(node, name, tensor) is { } layer)
                yield return layer with { Node = node };
        }
    }

    /// <summary>The weights of a node as rows; null where they are no layer's.</summary>
    /// <param name="node">A convolution, or a product whose second factor they are.</param>
    /// <param name="name">Of the tensor.</param>
    /// <param name="tensor">The weights.</param>
    public static LayerWeights? Read(NodeProto node, string name, ConstantTensor tensor)
    {
        var (shape, isConvolution) = (tensor.Shape, node.Operator.Contains("Conv", StringComparison.Ordinal));
        if (shape.Contains(0) || shape.Length < 2 || (!isConvolution && shape.Length != 2))
            return null;

        var values = tensor.Floats;
        if (isConvolution)
        {
            var kernel = (int)shape[2..].Aggregate(1L, static (product, size) => product * size);
            return new LayerWeights(name, (int)shape[0], values.Length / (int)shape[0], kernel, values);
        }

        var isByRow = node.Attribute("transB")?.Integer == 1;
        return isByRow
            ? new LayerWeights(name, (int)shape[0], (int)shape[1], 1, values)
            : new LayerWeights(name, (int)shape[1], (int)shape[0], 1, Transposed(values, (int)shape[0], (int)shape[1]));
    }

    /// <summary>One layer in place of this one and the one before it.</summary>
    /// <param name="before">Has a row for each weight of a row of this one.</param>
    public LayerWeights After(LayerWeights before)
    {
        var values = new float[Rows * before.RowSize];
        for (var row = 0; row < Rows; row++)
        {
            var into = values.AsSpan(row * before.RowSize, before.RowSize);
            for (var middle = 0; middle < RowSize; middle++)
                TensorPrimitives.MultiplyAdd(before[middle], this[row][middle], into, into);
        }

        return this with { RowSize = before.RowSize, Kernel = before.Kernel, Values = values };
    }

    private static float[] Transposed(float[] values, int rows, int columns)
    {
        var turned = new float[values.Length];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                turned[(j * rows) + i] = values[(i * columns) + j];
        }

        return turned;
    }
}
