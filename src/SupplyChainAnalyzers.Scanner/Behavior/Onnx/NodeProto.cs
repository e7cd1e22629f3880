using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Behavior.Onnx;

/// <summary>NodeProto: 1 input, 2 output, 3 name, 4 op_type, 5 attribute, 7 domain. An empty name is an input or output left out.</summary>
internal sealed class NodeProto
{
    private List<AttributeProto> _attributes;

    public NodeProto(ProtoMessage message)
    {
        Message = message;
        (Inputs, Outputs) = (message.Texts(1), message.Texts(2));
        (Name, Operator, Domain) = (message.Text(3), message.Text(4), message.Text(7) is "ai.onnx" ? "" : message.Text(7));
        _attributes = [.. message.Messages(5).Select(static attribute => new AttributeProto(attribute))];
    }

    public ProtoMessage Message { get; }

    public IReadOnlyList<string> Inputs { get; private set; }

    public IReadOnlyList<string> Outputs { get; private set; }

    public string Name { get; }

    public string Operator { get; }

    /// <summary>Empty for ONNX's own operators.</summary>
    public string Domain { get; }

    public IReadOnlyList<AttributeProto> Attributes => _attributes;

    /// <summary>Bodies of If, Loop and Scan.</summary>
    public IEnumerable<GraphProto> Bodies => _attributes.SelectMany(static attribute => attribute.Graphs);

    public static NodeProto Of(string operation, IEnumerable<string> inputs, IEnumerable<string> outputs, params AttributeProto[] attributes)
    {
        var message = new ProtoMessage();
        foreach (var input in inputs)
            message.Add(1, input);
        foreach (var output in outputs)
            message.Add(2, output);
        message.Add(4, operation);
        foreach (var attribute in attributes)
            message.Add(5, attribute.Message);
        return new NodeProto(message);
    }

    /// <summary>The input of this index; null when it is left out.</summary>
    public string? Input(int index) => index < Inputs.Count && Inputs[index].Length > 0 ? Inputs[index] : null;

    /// <summary>The output of this index; null when it is left out.</summary>
    public string? Output(int index) => index < Outputs.Count && Outputs[index].Length > 0 ? Outputs[index] : null;

    public AttributeProto? Attribute(string name) => _attributes.Find(attribute => attribute.Name == name);

    public void SetAttribute(AttributeProto attribute)
    {
        foreach (var old in _attributes.Where(old => old.Name == attribute.Name))
            Message.Remove(old.Message);
        _attributes = [.. _attributes.Where(old => old.Name != attribute.Name), attribute];
        Message.Add(5, attribute.Message);
    }

    public void SetInputs(IEnumerable<string> names) => Inputs = Replace(1, names);

    public void SetOutputs(IEnumerable<string> names) => Outputs = Replace(2, names);

    private List<string> Replace(int field, IEnumerable<string> names)
    {
        List<string> all = [.. names];
        Message.Clear(field);
        foreach (var name in all)
            Message.Add(field, name);
        return all;
    }
}
