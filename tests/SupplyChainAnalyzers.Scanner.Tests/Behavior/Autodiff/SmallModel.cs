using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;

/// <summary>
/// A graph of a few nodes, in float for the gradient or in double for what it is compared with: the same seed gives the same weights.
/// </summary>
internal sealed class SmallModel
{
    private readonly TensorType _type;
    private readonly Random _random = new(7);
    private readonly ModelProto _model;
    private int _names;

    public SmallModel(TensorType type, long opset, params long[] example)
    {
        _type = type;
        _model = ModelProto.Create(opset, 8);
        _model.Graph.AddInput(ValueInfoProto.Of(X, type, [-1, .. example]));
    }

    /// <summary>The input.</summary>
    public string X { get; } = "x";

    /// <summary>Random numbers from -1 to 1.</summary>
    public string Weight(params long[] shape) => Values([.. Enumerable.Range(0, (int)shape.Aggregate(1L, static (a, b) => a * b)).Select(_ => (_random.NextDouble() * 2) - 1)], shape);

    public string Values(double[] values, params long[] shape)
    {
        var name = Name();
        _model.Graph.Set(_type == TensorType.Double ? TensorProto.Of(name, values, shape) : TensorProto.Of(name, Array.ConvertAll(values, static value => (float)value), shape));
        return name;
    }

    public string Number(double value) => Values([value]);

    public string Ints(params long[] values) => Ints(values, [values.Length]);

    public string Ints(long[] values, long[] shape)
    {
        var name = Name();
        _model.Graph.Set(TensorProto.Of(name, values, shape));
        return name;
    }

    public string Tensor(TensorType type, byte[] raw, params long[] shape)
    {
        var name = Name();
        _model.Graph.Set(TensorProto.Of(name, type, raw, shape));
        return name;
    }

    public string Op(string operation, IReadOnlyList<string> inputs, params AttributeProto[] attributes) => Ops(operation, inputs, 1, attributes)[0];

    /// <summary>Of ONNX Runtime's own operators.</summary>
    public string OpOf(string domain, string operation, IReadOnlyList<string> inputs)
    {
        var node = NodeProto.Of(operation, inputs, [Name()]);
        node.Message.Add(7, domain);
        _model.Graph.Add(new NodeProto(node.Message));
        var import = new ProtoMessage();
        import.Add(1, domain);
        import.Add(2, 1);
        _model.Message.Add(8, import);
        return node.Outputs[0];
    }

    public string[] Ops(string operation, IReadOnlyList<string> inputs, int outputs, params AttributeProto[] attributes)
    {
        string[] names = [.. Enumerable.Range(0, outputs).Select(_ => Name())];
        _model.Graph.Add(NodeProto.Of(operation, inputs, names, attributes));
        return names;
    }

    public ModelProto Giving(string output)
    {
        _model.Graph.AddOutput(ValueInfoProto.Of(output));
        return _model;
    }

    private string Name() => $"t{_names++}";
}
