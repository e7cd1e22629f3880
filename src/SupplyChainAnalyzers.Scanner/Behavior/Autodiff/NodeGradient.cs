using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>One node of the forward graph while its gradient is built: what it has, what came back to it, what it gives on.</summary>
internal sealed class NodeGradient(BackwardGraph graph, NodeProto node, IReadOnlyList<string?> gradients, long opset)
{
    public BackwardGraph Graph { get; } = graph;

    public NodeProto Node { get; } = node;

    /// <summary>Set of operators that the node was written for.</summary>
    public long Opset { get; } = opset;

    /// <summary>Gradient of the first output.</summary>
    public string Dy => gradients[0] ?? throw Unavailable("only its further outputs are used");

    /// <summary>Gradient of an output; null when nothing that counts depends on it.</summary>
    public string? DyOf(int output) => output < gradients.Count ? gradients[output] : null;

    /// <summary>Name of an input in the forward graph.</summary>
    public string In(int input = 0) => Node.Input(input) ?? throw Unavailable($"input {input} is missing");

    public string Out(int output = 0) => Node.Output(output) ?? throw Unavailable($"output {output} is missing");

    public bool Has(int input) => Node.Input(input) is not null;

    /// <summary>Whether the gradient of an input is asked for.</summary>
    public bool Wants(int input) => Graph.IsActive(Node.Input(input));

    /// <summary>An input's values.</summary>
    public string X(int input = 0) => Graph.Value(In(input));

    /// <summary>An output's values.</summary>
    public string Y(int output = 0) => Graph.Value(Out(output));

    public long[] ShapeOf(int input = 0) => Graph.Facts[In(input)].Shape;

    public long[] OutShape(int output = 0) => Graph.Facts[Out(output)].Shape;

    public int Rank(int input = 0) => ShapeOf(input).Length;

    /// <summary>An input that is the same whatever goes into the model; null when it is not, or left out.</summary>
    public ConstantTensor? Constant(int input) => Node.Input(input) is { } name ? Graph.Facts.Constant(name) : null;

    /// <exception cref="GradientUnavailableException">The input depends on what goes into the model.</exception>
    public ConstantTensor Fixed(int input) => Constant(input) ?? throw Unavailable($"input {input} is not constant");

    /// <summary>Whole numbers of an input; null when it is left out.</summary>
    /// <exception cref="GradientUnavailableException">They are not the same for each batch.</exception>
    public long[]? Integers(int input) => Has(input) ? Graph.Facts[In(input)].Integers ?? throw Unavailable($"input {input} is not constant") : null;

    public long Int(string attribute, long otherwise) => Node.Attribute(attribute)?.Integer ?? otherwise;

    public float Float(string attribute, float otherwise) => Node.Attribute(attribute)?.Float ?? otherwise;

    public string Text(string attribute, string otherwise) => Node.Attribute(attribute)?.Text ?? otherwise;

    public long[]? Ints(string attribute) => Node.Attribute(attribute)?.Integers;

    /// <summary>Axes by an attribute or, in later sets of operators, by an input: not negative, sorted; null when there are none.</summary>
    public long[]? Axes(int input) => (Ints("axes") ?? Integers(input)) is { } axes ? [.. axes.Select(axis => axis < 0 ? axis + Rank() : axis).Order()] : null;

    /// <summary>An attribute that counts from the end when it is negative.</summary>
    public int Axis(long otherwise, int? rank = null)
    {
        var axis = Int("axis", otherwise);
        return (int)(axis < 0 ? axis + (rank ?? Rank()) : axis);
    }

    /// <summary>Gives a gradient on to an input of the same shape.</summary>
    public void Give(string gradient, int input = 0) => Graph.Give(In(input), gradient);

    /// <summary>Gives a gradient on to an input that may have been repeated to fit the others.</summary>
    public void GiveUnbroadcast(string gradient, int input) => Give(Graph.Unbroadcast(gradient, OutShape(), In(input)), input);

    public GradientUnavailableException Unavailable(string why) => new($"of {Printable.Of(Node.Operator, 60)} here: {why}");
}
