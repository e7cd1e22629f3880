using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Weights;

/// <summary>The constants of a model by name: its initializers, and what nodes called Constant give. Those in other files as well.</summary>
internal static class ModelTensors
{
    /// <summary>Reads them; the values of those in the file itself when they are asked for.</summary>
    /// <param name="model">Is not changed.</param>
    /// <param name="folder">Of the model, where tensors lie in files beside it; null where none may.</param>
    /// <exception cref="OnnxException">A tensor in another file cannot be had.</exception>
    public static Dictionary<string, ConstantTensor> Of(ModelProto model, string? folder)
    {
        var constants = new Dictionary<string, ConstantTensor>(StringComparer.Ordinal);
        foreach (var tensor in model.Graph.Initializers.Where(static tensor => !tensor.IsExternal && HasNumbers(tensor)))
            constants[tensor.Name] = ConstantTensor.Of(tensor);
        foreach (var node in model.Graph.Nodes)
        {
            if (node.Operator == "Constant" && node.Output(0) is { } name && node.Attribute("value")?.Tensor is { } tensor && HasNumbers(tensor))
                constants[name] = ConstantTensor.Of(tensor);
        }

        TensorProto[] elsewhere = [.. model.Graph.Initializers.Where(static tensor => tensor.IsExternal && HasNumbers(tensor))];
        return elsewhere.Length == 0 ? constants : Fetch(model, elsewhere, folder, constants);
    }

    private static bool HasNumbers(TensorProto tensor) => tensor.Type is TensorType.Float or TensorType.Double or TensorType.Float16 or TensorType.BFloat16
        or TensorType.Int8 or TensorType.UInt8 or TensorType.Int32 or TensorType.Int64;

    // Through the runtime, which knows where it may look: a graph that gives them and nothing else.
    private static Dictionary<string, ConstantTensor> Fetch(ModelProto model, TensorProto[] tensors, string? folder, Dictionary<string, ConstantTensor> constants)
    {
        var copies = ModelProto.Create(Math.Clamp(model.Opset, 13, 17), 8);
        for (var i = 0; i < tensors.Length; i++)
        {
            copies.Graph.Set(tensors[i]);
            copies.Graph.Add(NodeProto.Of("Identity", [tensors[i].Name], [Name(i)]));
            copies.Graph.AddOutput(ValueInfoProto.Of(Name(i)));
        }

        using var session = OnnxEngine.Load(copies.ToBytes(), new OnnxSettings { Folder = folder, Optimization = OptimizationLevel.None });
        using var values = session.Run(new Dictionary<string, OnnxValue>());
        for (var i = 0; i < tensors.Length; i++)
            constants[tensors[i].Name] = ConstantTensor.Of(values[Name(i)]);
        return constants;

        static string Name(int index) => FormattableString.Invariant($"_value_{index}");
    }
}
