using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>
/// Makes two graphs of one model: the model with what its gradient needs as further outputs, and the graph that computes the gradient
/// from that. The loss is in neither, so any will do.
/// </summary>
internal static class GradientCompiler
{
    /// <exception cref="OnnxException">The model does not run.</exception>
    /// <exception cref="GradientUnavailableException">It has no input or output that could have a gradient.</exception>
    public static GradientPlan Compile(ModelProto model, GradientOptions options)
    {
        var forward = model.Copy();
        var input = GradientInput.Prepare(forward.Graph, options);
        var (facts, batch) = Discover(forward, input, options);
        input = input with { Batch = batch };
        var output = GradientOutput.Of(forward, facts, options.Output, batch);
        var plan = new GradientPlan(forward, input, output, options.Expose);
        try
        {
            Differentiate(plan, facts);
        }
        catch (GradientUnavailableException e)
        {
            plan.Reason = e.Message;
        }

        plan.Finish(facts);
        return plan;
    }

    // Two batches tell what follows the batch. A model that takes one size only takes one example at a time.
    private static (GraphFacts Facts, int? Batch) Discover(ModelProto forward, GradientInput input, GradientOptions options)
    {
        if (input.Batch is { } only)
            return (Discover(forward, input, options, only), only);

        try
        {
            return (Discover(forward, input, options, 1, 2), null);
        }
        catch (Exception e) when (e is GradientUnavailableException or OnnxException { Stage: OnnxStage.Run })
        {
            return (Discover(forward, input, options, 1), 1);
        }
    }

    private static GraphFacts Discover(ModelProto forward, GradientInput input, GradientOptions options, params int[] batches)
    {
        var values = new List<OnnxValue>();
        try
        {
            return ShapeDiscovery.Run(forward, batches.Select(batch =>
            {
                var x = OnnxValue.Over(Sample(input.Size * batch), input.Shape(batch));
                values.Add(x);
                return new Dictionary<string, OnnxValue>(options.Others?.Invoke(batch) ?? new Dictionary<string, OnnxValue>(), StringComparer.Ordinal) { [input.Name] = x };
            }), options.Folder);
        }
        finally
        {
            values.ForEach(static value => value.Dispose());
        }
    }

    // Anything between 0 and 1 that is not all alike.
    private static float[] Sample(int size) => [.. Enumerable.Range(0, size).Select(static i => (float)(i * 0.6180339887498949 % 1))];

    private static void Differentiate(GradientPlan plan, GraphFacts facts)
    {
        var graph = plan.Forward.Graph;
        var backward = new BackwardGraph(facts, graph, Active(graph, facts, plan.Input.Name, plan.Output.Name));
        if (!backward.IsActive(plan.Input.Name))
            throw new GradientUnavailableException("the output does not change with the input, or only in steps");

        plan.Seed = backward.NewName("_dlogits");
        backward.Give(plan.Output.Name, plan.Seed);
        foreach (var node in graph.Nodes.Reverse().ToArray())
        {
            string?[] gradients = [.. node.Outputs.Select(backward.Gradient)];
            if (gradients.All(static gradient => gradient is null) || !ModelNames.UsedBy(node).Any(backward.IsActive))
                continue;

            var rule = OperatorGradients.Of(node.Domain, node.Operator)
                ?? throw new GradientUnavailableException($"of {Printable.Of(node.Operator, 60)} it is not known here");
            Apply(rule, new NodeGradient(backward, node, gradients, plan.Forward.Opset));
        }

        var gradient = backward.Gradient(plan.Input.Name) ?? throw new GradientUnavailableException("no gradient comes back to the input");
        plan.Result = backward.NewName("_dx");
        (plan.Backward, plan.Saved) = backward.Finish(gradient, plan.Seed, plan.Result);
    }

    // The model ran, so its attributes make sense to the runtime; where they make none to a rule, that rule is of no use here.
    private static void Apply(Action<NodeGradient> rule, NodeGradient node)
    {
        try
        {
            rule(node);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or ArithmeticException or InvalidOperationException or DamagedFileException or LimitExceededException)
        {
            throw node.Unavailable("its attributes are unusual");
        }
    }

    // On a way from the input to the output.
    private static HashSet<string> Active(GraphProto graph, GraphFacts facts, string input, string output)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { input };
        foreach (var node in graph.Nodes.Where(node => !OperatorGradients.Stops(node.Operator) && ModelNames.UsedBy(node).Any(reached.Contains)))
            reached.UnionWith(OperatorGradients.Carrying(node).Where(name => !facts.Knows(name) || facts[name].CarriesGradient));

        var needed = new HashSet<string>(StringComparer.Ordinal) { output };
        foreach (var node in graph.Nodes.Reverse().Where(node => node.Outputs.Any(needed.Contains)))
            needed.UnionWith(ModelNames.UsedBy(node).Where(reached.Contains));

        needed.IntersectWith(reached);
        return needed;
    }
}
