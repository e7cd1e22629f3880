using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>The tensor that is differentiated: an output or, where that is the softmax of something, the logits that go into it.</summary>
/// <param name="Name">Of the tensor.</param>
/// <param name="Size">Numbers for each example.</param>
/// <param name="IsBeforeSoftmax">Whether the model gives probabilities.</param>
internal sealed record GradientOutput(string Name, int Size, bool IsBeforeSoftmax)
{
    /// <exception cref="GradientUnavailableException">There is no output of numbers.</exception>
    public static GradientOutput Of(ModelProto model, GraphFacts facts, string? wanted, int? batch)
    {
        var graph = model.Graph;
        var output = wanted ?? graph.Outputs.Select(static value => value.Name).FirstOrDefault(name => facts.Knows(name) && facts[name].CarriesGradient)
            ?? throw new GradientUnavailableException("no output holds numbers that change with the input");
        var size = SizeOf(facts[output], batch);
        for (var name = output; graph.Producer(name) is { } node && node.Input(0) is { } input; name = input)
        {
            if (node.Operator is "Softmax" or "LogSoftmax")
                return IsOverAll(node, facts[input].Shape, model.Opset) && SizeOf(facts[input], batch) == size ? new GradientOutput(input, size, true) : new GradientOutput(output, size, false);
            if (node.Operator is not ("Identity" or "Cast" or "Dropout" or "Reshape" or "Flatten" or "Squeeze"))
                break;
        }

        return new GradientOutput(output, size, false);
    }

    // Whether its classes are all that an example has.
    private static bool IsOverAll(NodeProto node, long[] shape, long opset)
    {
        var axis = node.Attribute("axis")?.Integer ?? (opset < 13 ? 1 : -1);
        var start = (int)(axis < 0 ? axis + shape.Length : axis);
        return start == 1 || (start < shape.Length && shape.Where((_, each) => each > 0 && each != start).All(static other => other == 1));
    }

    private static int SizeOf(TensorFact fact, int? batch)
    {
        var all = fact.Shape.Where(static size => size >= 0).Aggregate(1L, static (a, b) => a * b);
        var size = batch is { } fixedBatch ? all / fixedBatch : all;
        return size is > 0 and <= 1 << 20 && (batch is not null || fact.Shape.Count(static each => each < 0) == 1)
            ? (int)size
            : throw new GradientUnavailableException($"the output has {Printable.Of(string.Join('×', fact.Shape), 60)} numbers, which is no list for each example");
    }
}
