using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>The tensor that a gradient is taken with respect to, as a float input of the forward graph.</summary>
/// <param name="Name">Of the input.</param>
/// <param name="Example">Sizes of one example.</param>
/// <param name="Batch">The only batch size that the graph takes; null when any will do.</param>
internal sealed record GradientInput(string Name, long[] Example, int? Batch)
{
    private const int MaxElements = 1 << 26; // of one example

    /// <summary>Elements of one example.</summary>
    public int Size { get; } = (int)Example.Aggregate(1L, static (a, b) => a * b);

    /// <summary>Changes the graph so that it has that input.</summary>
    /// <exception cref="GradientUnavailableException">There is none, or its sizes are not known.</exception>
    public static GradientInput Prepare(GraphProto graph, GradientOptions options)
    {
        if (options.From is { } from)
            Cut(graph, from);

        var input = Choose(graph, options.From ?? options.Input);
        var shape = input.Shape;
        long[] example = [.. options.Example ?? shape?.Skip(1).ToArray() ?? []];
        if (example.Length == 0 || example.Any(static size => size <= 0) || example.Aggregate((UInt128)1, static (a, b) => a * (ulong)b) > MaxElements)
            throw new GradientUnavailableException($"the sizes of input '{Shown(input.Name)}' are not known; give those of one example");

        int? batch = shape is [> 0 and <= 4096 and var size, ..] ? (int)size : null;
        return new GradientInput(AsFloat(graph, input, batch, example), example, batch);
    }

    public long[] Shape(int batch) => [batch, .. Example];

    private static ValueInfoProto Choose(GraphProto graph, string? name)
    {
        ValueInfoProto[] inputs = [.. graph.RealInputs];
        if (name is not null)
            return Array.Find(inputs, input => input.Name == name) ?? throw new GradientUnavailableException($"there is no input '{Shown(name)}'");

        return Array.Find(inputs, static input => input.Type is TensorType.Float or TensorType.Double or TensorType.Float16 or TensorType.BFloat16)
            ?? Array.Find(inputs, static input => input.Type is TensorType.UInt8 or TensorType.Int8)
            ?? throw new GradientUnavailableException("no input holds numbers that can change a little; start at a tensor within the graph");
    }

    // The tensor gets its values from outside; what made it makes one that nobody uses.
    private static void Cut(GraphProto graph, string tensor)
    {
        var producer = graph.Producer(tensor) ?? throw new GradientUnavailableException($"no node gives '{Shown(tensor)}'");
        var unused = ModelNames.Fresh(ModelNames.All(graph), "_unused");
        producer.SetOutputs([.. producer.Outputs.Select(output => output == tensor ? unused : output)]);
        graph.AddInput(ValueInfoProto.Of(tensor, TensorType.Float));

        var needed = graph.Outputs.Select(static output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.Reverse().ToArray())
        {
            if (node.Outputs.Any(needed.Contains))
                needed.UnionWith(ModelNames.UsedBy(node));
            else
                graph.Remove(node);
        }

        foreach (var input in graph.Inputs.Where(input => !needed.Contains(input.Name)).ToArray())
            graph.RemoveInput(input);
    }

    private static string AsFloat(GraphProto graph, ValueInfoProto input, int? batch, long[] example)
    {
        if (input.Type == TensorType.Float && input.Shape is null)
            return input.Name;

        graph.RemoveInput(input);
        var isFloat = input.Type == TensorType.Float;
        var name = isFloat ? input.Name : ModelNames.Fresh(ModelNames.All(graph), "_float");
        graph.AddInput(ValueInfoProto.Of(name, TensorType.Float, [batch ?? -1, .. example]));
        if (!isFloat)
            graph.Insert(0, NodeProto.Of("Cast", [name], [input.Name], AttributeProto.Of("to", (long)input.Type)));
        return name;
    }

    private static string Shown(string name) => Printable.Of(name, 60);
}
