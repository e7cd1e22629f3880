using System.Globalization;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>
/// The graph that computes gradients: its nodes, its constants, and what it takes from the forward run. All of it is float, whatever the
/// types of the model; tensors go by the names that they have here.
/// </summary>
internal sealed partial class BackwardGraph
{
    /// <summary>Set of operators it is written in: the last before axes became inputs of most reductions.</summary>
    public const int Opset = 17;

    private const int IrVersion = 8;

    private readonly HashSet<string> _names;
    private readonly HashSet<string> _active;
    private readonly List<NodeProto> _nodes = [];
    private readonly Dictionary<string, TensorProto> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _gradients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _shapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _saved = new(StringComparer.Ordinal);

    /// <param name="facts">Of the forward graph.</param>
    /// <param name="forward">The forward graph; operators may add outputs to its nodes.</param>
    /// <param name="active">Its tensors that a gradient flows through.</param>
    public BackwardGraph(GraphFacts facts, GraphProto forward, HashSet<string> active)
    {
        (Facts, Forward, _active) = (facts, forward, active);
        _names = ModelNames.All(forward);
    }

    public GraphFacts Facts { get; }

    public GraphProto Forward { get; }

    /// <summary>A name that neither graph has.</summary>
    public string NewName(string start) => ModelNames.Fresh(_names, start);

    public bool IsActive(string? tensor) => tensor is not null && _active.Contains(tensor);

    /// <summary>Adds to the gradient of a tensor of the forward graph.</summary>
    public void Give(string tensor, string gradient)
    {
        if (!_active.Contains(tensor))
            return;
        if (!_gradients.TryGetValue(tensor, out var parts))
            _gradients[tensor] = parts = [];
        parts.Add(gradient);
    }

    /// <summary>The gradient of a tensor of the forward graph once all that use it have given theirs; null when it has none.</summary>
    public string? Gradient(string tensor)
    {
        if (!_gradients.TryGetValue(tensor, out var parts))
            return null;
        if (parts.Count > 1)
            parts = _gradients[tensor] = [parts.Aggregate((sum, part) => Op("Add", [sum, part]))];
        return parts[0];
    }

    /// <summary>A tensor of the forward run as it was there: places, masks.</summary>
    public string Saved(string tensor)
    {
        _saved.Add(tensor);
        return tensor;
    }

    /// <summary>A tensor of the forward run, constants included, as floats.</summary>
    public string Value(string tensor)
    {
        if (Facts.Constant(tensor) is { } constant)
            return Known("constant " + tensor, () => Const(constant.Floats, constant.Shape));

        Saved(tensor);
        return Facts[tensor].Type == TensorType.Float ? tensor : Known("float " + tensor, () => Op("Cast", [tensor], AttributeProto.Of("to", (long)TensorType.Float)));
    }

    /// <summary>The shape of a tensor of the forward run, as a tensor.</summary>
    public string ShapeOf(string tensor)
    {
        var shape = Facts[tensor].Shape;
        if (!shape.Contains(-1))
            return Ints(shape);
        if (!_shapes.TryGetValue(tensor, out var name))
        {
            _shapes[tensor] = name = NewName("_shape");
            Forward.Add(NodeProto.Of("Shape", [tensor], [name]));
        }

        return Saved(name);
    }

    /// <summary>Adds a node with one output.</summary>
    public string Op(string operation, IReadOnlyList<string> inputs, params AttributeProto[] attributes) => Ops(operation, inputs, 1, attributes)[0];

    /// <summary>Adds a node with several outputs.</summary>
    public string[] Ops(string operation, IReadOnlyList<string> inputs, int outputs, params AttributeProto[] attributes)
    {
        string[] names = [.. Enumerable.Range(0, outputs).Select(_ => NewName(_nodes.Count.ToString("'_g'0", CultureInfo.InvariantCulture)))];
        _nodes.Add(NodeProto.Of(operation, inputs, names, attributes));
        return names;
    }

    public string Const(float value) => Known("float " + BitConverter.SingleToInt32Bits(value).ToString(CultureInfo.InvariantCulture), () => Const([value]));

    public string Const(float[] values, params long[] shape) => Add(name => TensorProto.Of(name, values, shape));

    /// <summary>A list of whole numbers.</summary>
    public string Ints(params long[] values) => Known("ints " + string.Join(',', values), () => Add(name => TensorProto.Of(name, values, values.Length)));

    /// <summary>The finished graph, with nothing in it that its output does not need; and which tensors of the forward run it takes.</summary>
    public (ModelProto Model, IReadOnlyList<string> Inputs) Finish(string gradient, string seed, string output)
    {
        _nodes.Add(NodeProto.Of("Identity", [gradient], [output]));
        var needed = new HashSet<string>(StringComparer.Ordinal) { output };
        foreach (var node in Enumerable.Reverse(_nodes).Where(node => node.Outputs.Any(needed.Contains)))
            needed.UnionWith(node.Inputs);

        var model = ModelProto.Create(Opset, IrVersion);
        string[] inputs = [.. _saved.Where(needed.Contains).Order(StringComparer.Ordinal)];
        model.Graph.AddInput(ValueInfoProto.Of(seed, TensorType.Float));
        foreach (var name in inputs)
            model.Graph.AddInput(ValueInfoProto.Of(name, _shapes.ContainsValue(name) ? TensorType.Int64 : Facts[name].Type));
        foreach (var node in _nodes.Where(node => node.Outputs.Any(needed.Contains)))
            model.Graph.Add(node);
        foreach (var tensor in _constants.Values.Where(tensor => needed.Contains(tensor.Name)))
            model.Graph.Set(tensor);
        model.Graph.AddOutput(ValueInfoProto.Of(output, TensorType.Float));
        return (model, inputs);
    }

    private string Add(Func<string, TensorProto> make)
    {
        var tensor = make(NewName("_c"));
        _constants[tensor.Name] = tensor;
        return tensor.Name;
    }

    private string Known(string key, Func<string> make)
    {
        if (!_known.TryGetValue(key, out var name))
            _known[key] = name = make();
        return name;
    }
}
