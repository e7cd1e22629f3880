using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>
/// Finds types, shapes and constants of all tensors by running the graph with every value exposed and nothing optimised: shapes that a
/// graph computes as it goes are beyond any inference by rules. Two batches of different size tell which sizes follow the batch.
/// </summary>
internal static class ShapeDiscovery
{
    /// <summary>What comes out of them is no tensor.</summary>
    private static readonly HashSet<string> WithoutTensors =
        ["SequenceConstruct", "SequenceEmpty", "SequenceInsert", "SequenceErase", "SequenceMap", "SplitToSequence", "Optional", "ZipMap", "If", "Loop", "Scan"];

    /// <summary>Give other values each time.</summary>
    private static readonly HashSet<string> Random =
        ["RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike", "Multinomial", "Bernoulli"];

    /// <param name="model">Is not changed.</param>
    /// <param name="inputs">All inputs for each batch that is to be run.</param>
    /// <param name="folder">Of the model, where tensors lie in files beside it.</param>
    /// <exception cref="OnnxException">The model does not load, or does not run with these inputs.</exception>
    public static GraphFacts Run(ModelProto model, IEnumerable<IReadOnlyDictionary<string, OnnxValue>> inputs, string? folder)
    {
        var copy = model.Copy();
        var facts = new GraphFacts(copy.Graph);
        string[] tensors = [.. copy.Graph.Nodes.Where(static node => !WithoutTensors.Contains(node.Operator)).SelectMany(static node => node.Outputs).Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        var elsewhere = BringIn(copy.Graph);
        tensors = [.. tensors, .. elsewhere.Keys];
        copy.Graph.ClearOutputs();
        copy.Graph.Expose(tensors);
        using var session = OnnxEngine.Load(copy.ToBytes(), new OnnxSettings { Optimization = OptimizationLevel.None, Folder = folder });
        var dependent = Dependent(copy.Graph);
        foreach (var batch in inputs)
        {
            foreach (var (name, value) in batch)
                Add(facts, name, value);

            using var values = session.Run(batch, tensors);
            foreach (var name in tensors)
            {
                var tensor = elsewhere.GetValueOrDefault(name, name);
                Add(facts, tensor, values[name]);
                if (!dependent.Contains(name) && facts.Constant(tensor) is null && facts[tensor].CarriesValues)
                    facts.Add(tensor, ConstantTensor.Of(values[name]));
            }
        }

        return facts;
    }

    // What stands in other files comes through the runtime, which knows where it may look: copies by name, and of what.
    private static Dictionary<string, string> BringIn(GraphProto graph)
    {
        var names = ModelNames.All(graph);
        var copies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tensor in graph.Initializers.Where(static tensor => tensor.IsExternal).ToArray())
        {
            var copy = ModelNames.Fresh(names, "_copy");
            copies[copy] = tensor.Name;
            graph.Add(NodeProto.Of("Identity", [tensor.Name], [copy]));
        }

        return copies;
    }

    private static void Add(GraphFacts facts, string name, OnnxValue value)
    {
        var fact = TensorFact.Of(value);
        facts.Add(name, facts.Knows(name) ? facts[name].Merge(fact) : fact);
    }

    // Tensors that may be another at the next run.
    private static HashSet<string> Dependent(GraphProto graph)
    {
        var dependent = graph.RealInputs.Select(static input => input.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.Where(node => Random.Contains(node.Operator) || ModelNames.UsedBy(node).Any(dependent.Contains)))
            dependent.UnionWith(node.Outputs);
        return dependent;
    }
}
