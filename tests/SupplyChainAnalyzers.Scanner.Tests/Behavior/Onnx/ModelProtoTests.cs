using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Onnx;

/// <summary>What is edited changes, and nothing else.</summary>
public sealed class ModelProtoTests
{
    private static readonly string[] Samples = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "onnx"), "*.onnx");

    [Fact]
    public void Sample_models_are_written_as_they_were_read() => Assert.All(Samples, AssertKept);

    [ZooFact]
    public void Models_of_the_zoo_are_written_as_they_were_read() => Assert.All(Directory.GetFiles(ZooFactAttribute.Folder!, "*.onnx"), AssertKept);

    [Fact]
    public void Edited_model_keeps_unknown_fields_and_odd_encodings()
    {
        // an unknown field in model, graph and node; the node's name with an over-long length
        var node = new ProtoBuilder().Text(1, "x").Text(2, "y").Text(4, "Relu").Raw([0x1A, 0x81, 0x00, (byte)'n']).Text(500, "node");
        var bytes = new ProtoBuilder().Number(1, 8).Text(300, "model").Message(7, new ProtoBuilder().Message(1, node).Number(400, -1)).Bytes;
        var model = ModelProto.Parse(bytes);
        model.Graph.Expose(["y"]);
        var edited = new ProtoBuilder().Number(1, 8).Text(300, "model").Message(7, new ProtoBuilder().Message(1, node).Number(400, -1).Message(12, new ProtoBuilder().Text(1, "y"))).Bytes;
        Assert.Equal(edited, model.ToBytes());
    }

    [Fact]
    public void Exposing_an_output_twice_adds_it_once()
    {
        var model = ModelProto.Parse(OnnxBytes.Model(OnnxBytes.Graph(OnnxBytes.Node("Relu"))));
        model.Graph.Expose(["y", "y"]);
        model.Graph.Expose(["y"]);
        Assert.Equal("y", Assert.Single(model.Copy().Graph.Outputs).Name);
        Assert.False(model.Graph.Outputs[0].HasType);
    }

    [Fact]
    public void Nodes_are_put_where_they_are_wanted()
    {
        var graph = ModelProto.Create(17, 8).Graph;
        graph.Add(NodeProto.Of("A", ["x"], ["a"]));
        graph.Add(NodeProto.Of("C", ["b"], ["c"]));
        graph.Insert(1, NodeProto.Of("B", ["a"], ["b"]));
        graph.Remove(graph.Nodes[0]);
        graph.Insert(0, NodeProto.Of("Z", ["x"], ["a"], AttributeProto.Of("axis", 3), AttributeProto.Of("pads", [1L, -2L]), AttributeProto.Of("scales", [.5f]), AttributeProto.Of("mode", "cubic")));
        var read = new GraphProto(ProtoMessage.Parse(graph.Message.ToBytes()));
        Assert.Equal(["Z", "B", "C"], read.Nodes.Select(static node => node.Operator));
        var first = read.Nodes[0];
        Assert.Equal(3, first.Attribute("axis")!.Integer);
        Assert.Equal([1L, -2L], first.Attribute("pads")!.Integers);
        Assert.Equal([.5f], first.Attribute("scales")!.Floats);
        Assert.Equal("cubic", first.Attribute("mode")!.Text);
    }

    [Fact]
    public void A_tensor_is_renamed_in_bodies_too()
    {
        var body = new GraphProto(new ProtoMessage());
        body.Add(NodeProto.Of("Add", ["x", "x"], ["inner"]));
        body.AddOutput(ValueInfoProto.Of("inner"));
        var branch = new ProtoMessage();
        branch.Add(1, "then_branch");
        branch.Add(6, body.Message);
        var model = ModelProto.Create(17, 8);
        model.Graph.AddInput(ValueInfoProto.Of("x", TensorType.Float, [-1, 4]));
        model.Graph.Add(NodeProto.Of("If", ["c"], ["y"], new AttributeProto(branch)));
        model.Graph.AddOutput(ValueInfoProto.Of("y"));

        Assert.Equal(["c", "x"], ModelNames.UsedBy(model.Graph.Nodes[0]));
        ModelNames.Rename(model.Graph, "x", "z");
        var read = model.Copy();
        Assert.Equal(["z", "z"], read.Graph.Nodes[0].Bodies.Single().Nodes[0].Inputs);
        Assert.Equal("z", read.Graph.Inputs[0].Name);
        Assert.Equal([-1, 4], read.Graph.Inputs[0].Shape!);
        Assert.Equal("x", ModelNames.Fresh(ModelNames.All(read.Graph), "x"));
        Assert.Equal("z_1", ModelNames.Fresh(ModelNames.All(read.Graph), "z"));
    }

    [Fact]
    public void Inputs_that_are_initializers_need_not_be_given()
    {
        var graph = ModelProto.Create(7, 3).Graph;
        graph.AddInput(ValueInfoProto.Of("x"));
        graph.AddInput(ValueInfoProto.Of("w"));
        graph.Set(TensorProto.Of("w", [1f], 1));
        graph.Set(TensorProto.Of("w", [2f], 1));
        Assert.Equal("x", Assert.Single(graph.RealInputs).Name);
        Assert.Equal([2f], TensorValues.Floats(Assert.Single(graph.Initializers)));
    }

    [Fact]
    public void Model_without_a_graph_or_with_two_is_refused()
    {
        Assert.Throws<DamagedFileException>(static () => ModelProto.Parse([]));
        Assert.Throws<DamagedFileException>(static () => ModelProto.Parse(OnnxBytes.Model(OnnxBytes.Graph(), OnnxBytes.Graph())));
    }

    [Fact]
    public void More_fields_than_any_network_has_are_refused()
    {
        var many = new byte[(ProtoDocument.MaxFields + 1) * 2];
        for (var i = 0; i < many.Length; i += 2)
            many[i] = 0x08;
        Assert.Throws<LimitExceededException>(() => ProtoMessage.Parse(many));
    }

    [Fact]
    public void Names_that_are_no_UTF_8_are_refused() =>
        Assert.Throws<DamagedFileException>(static () => ModelProto.Parse(new ProtoBuilder().Message(7, new ProtoBuilder().Message(1, new ProtoBuilder().Data(1, [0xFF]))).Bytes));

    [Fact]
    public void Mutated_models_are_refused_or_read_and_written_again() => Mutations.Run([.. Samples.Select(File.ReadAllBytes)], 3000, AssertUsable);

    [Fact]
    public void Any_messages_are_refused_or_read_and_written_again() => Mutations.Run([], 3000, AssertUsable);

    // Each part is changed and changed back, so that all of them are encoded anew.
    private static void AssertKept(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(bytes, ModelProto.Parse(bytes).ToBytes());
        var model = ModelProto.Parse(bytes);
        Touch(model.Message);
        Assert.True(model.Message.IsChanged);
        Assert.True(bytes.AsSpan().SequenceEqual(model.ToBytes()), path);
    }

    private static void AssertUsable(byte[] bytes)
    {
        var model = ModelProto.Parse(bytes);
        Assert.Equal(bytes, model.ToBytes());
        var names = ModelNames.All(model.Graph);
        model.Graph.Expose(names);
        foreach (var tensor in model.Graph.Initializers.Where(static tensor => tensor.Type != TensorType.String && !tensor.IsExternal))
            _ = TensorValues.Floats(tensor);
        var again = model.Copy();
        Assert.True(names.IsSubsetOf(again.Graph.Outputs.Select(static output => output.Name)));
    }

    private static void Touch(ProtoMessage message)
    {
        var extra = new ProtoMessage();
        message.Add(999, extra);
        message.Remove(extra);
        foreach (var part in message.Fields.Select(static field => field.Message).OfType<ProtoMessage>().ToList())
            Touch(part);
    }
}
