using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>The two graphs of a gradient and the names by which they are joined.</summary>
internal sealed class GradientPlan(ModelProto forward, GradientInput input, GradientOutput output, IReadOnlyList<string> expose)
{
    public ModelProto Forward { get; } = forward;

    public GradientInput Input { get; } = input;

    public GradientOutput Output { get; } = output;

    /// <summary>The logits as floats: an output of the forward graph.</summary>
    public string Logits { get; private set; } = output.Name;

    /// <summary>Sizes of the logits; -1 for that of the batch.</summary>
    public long[] LogitsShape { get; private set; } = [];

    /// <summary>Null where there is no exact gradient.</summary>
    public ModelProto? Backward { get; set; }

    /// <summary>Why there is none, for people; printable.</summary>
    public string? Reason { get; set; }

    /// <summary>Input of the backward graph: the gradient of the loss with respect to the logits.</summary>
    public string Seed { get; set; } = "";

    /// <summary>Output of the backward graph.</summary>
    public string Result { get; set; } = "";

    /// <summary>Further inputs of the backward graph: inputs and outputs of the forward graph.</summary>
    public IReadOnlyList<string> Saved { get; set; } = [];

    /// <summary>Outputs of the forward graph.</summary>
    public IReadOnlyList<string> Outputs { get; private set; } = [];

    /// <summary>Numbers that a forward run keeps for each example.</summary>
    public long Kept { get; private set; }

    /// <summary>Multiplications that a forward run of one example takes.</summary>
    public double Work { get; private set; }

    /// <summary>Does without the exact gradient.</summary>
    public void Forgo(string reason) => (Backward, Saved, Reason) = (null, [], reason);

    /// <summary>Gives the forward graph its outputs.</summary>
    public void Finish(GraphFacts facts)
    {
        var graph = Forward.Graph;
        LogitsShape = facts[Output.Name].Shape;
        if (facts[Output.Name].Type != TensorType.Float)
        {
            Logits = ModelNames.Fresh(ModelNames.All(graph), "_logits");
            graph.Add(NodeProto.Of("Cast", [Output.Name], [Logits], AttributeProto.Of("to", (long)TensorType.Float)));
        }

        var inputs = graph.Inputs.Select(static value => value.Name).ToHashSet(StringComparer.Ordinal);
        Outputs = [.. expose.Concat(Saved).Prepend(Logits).Where(name => !inputs.Contains(name)).Distinct(StringComparer.Ordinal)];
        Work = MultiplyAdds.Of(graph, facts) / (Input.Batch ?? 1);
        Kept = (long)(Outputs.Where(facts.Knows).Sum(name => MultiplyAdds.Count(facts[name].Shape)) / (Input.Batch ?? 1));
        graph.ClearOutputs();
        graph.ClearValueInfo();
        graph.Expose(Outputs);
    }
}
