using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Behavior.Onnx;

/// <summary>
/// GraphProto: 1 node, 2 name, 5 initializer, 11 input, 12 output, 13 value_info, 15 sparse_initializer. Nodes stand in an order
/// in which they can run.
/// </summary>
internal sealed class GraphProto
{
    private const int NodeField = 1;
    private const int InitializerField = 5;
    private const int InputField = 11;
    private const int OutputField = 12;
    private const int ValueInfoField = 13;

    private readonly List<NodeProto> _nodes;
    private readonly List<TensorProto> _initializers;
    private readonly List<ValueInfoProto> _inputs;
    private readonly List<ValueInfoProto> _outputs;

    public GraphProto(ProtoMessage message)
    {
        Message = message;
        _nodes = [.. message.Messages(NodeField).Select(static node => new NodeProto(node))];
        _initializers = [.. message.Messages(InitializerField).Select(static tensor => new TensorProto(tensor))];
        _inputs = [.. message.Messages(InputField).Select(static value => new ValueInfoProto(value))];
        _outputs = [.. message.Messages(OutputField).Select(static value => new ValueInfoProto(value))];
    }

    public ProtoMessage Message { get; }

    public IReadOnlyList<NodeProto> Nodes => _nodes;

    public IReadOnlyList<TensorProto> Initializers => _initializers;

    /// <summary>With old models, initializers are inputs too: see <see cref="RealInputs"/>.</summary>
    public IReadOnlyList<ValueInfoProto> Inputs => _inputs;

    public IReadOnlyList<ValueInfoProto> Outputs => _outputs;

    /// <summary>What has to be given to run the graph.</summary>
    public IEnumerable<ValueInfoProto> RealInputs
    {
        get
        {
            var known = _initializers.Select(static tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
            return _inputs.Where(input => !known.Contains(input.Name));
        }
    }

    /// <summary>This graph and the bodies within.</summary>
    public IEnumerable<GraphProto> All => [this, .. _nodes.SelectMany(static node => node.Bodies).SelectMany(static body => body.All)];

    public NodeProto? Producer(string tensor) => _nodes.Find(node => node.Outputs.Contains(tensor));

    public void Add(NodeProto node) => Insert(_nodes.Count, node);

    public void Insert(int index, NodeProto node)
    {
        Message.Insert(NodeField, index, node.Message);
        _nodes.Insert(index, node);
    }

    public void Remove(NodeProto node)
    {
        _nodes.Remove(node);
        Message.Remove(node.Message);
    }

    /// <summary>Adds a tensor, or puts it in the place of the one that has its name.</summary>
    public void Set(TensorProto initializer)
    {
        foreach (var old in _initializers.FindAll(tensor => tensor.Name == initializer.Name))
            Remove(old);
        _initializers.Add(initializer);
        Message.Add(InitializerField, initializer.Message);
    }

    public void Remove(TensorProto initializer)
    {
        _initializers.Remove(initializer);
        Message.Remove(initializer.Message);
    }

    public void AddInput(ValueInfoProto input)
    {
        _inputs.Add(input);
        Message.Add(InputField, input.Message);
    }

    public void RemoveInput(ValueInfoProto input)
    {
        _inputs.Remove(input);
        Message.Remove(input.Message);
    }

    /// <summary>Makes tensors outputs, those that are none yet, whatever their types.</summary>
    public void Expose(IEnumerable<string> tensors)
    {
        var known = _outputs.Select(static output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in tensors.Where(known.Add))
            AddOutput(ValueInfoProto.Of(name));
    }

    public void AddOutput(ValueInfoProto output)
    {
        _outputs.Add(output);
        Message.Add(OutputField, output.Message);
    }

    public void ClearOutputs()
    {
        _outputs.Clear();
        Message.Clear(OutputField);
    }

    /// <summary>Forgets the notes on types and shapes, which are wrong once sizes change; loaders do without.</summary>
    public void ClearValueInfo() => Message.Clear(ValueInfoField);
}
