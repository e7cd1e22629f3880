using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;
using static SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine.OnnxModels;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

/// <summary>Which models are run at all.</summary>
public sealed class OnnxEngineTests
{
    [Fact]
    public void Version_is_the_one_that_is_shipped() => Assert.Equal("1.29.0", OnnxEngine.Version);

    [Fact]
    public void Machine_without_a_library_is_told_which_have_one() => Assert.Equal(
        "there is no ONNX Runtime for linux-riscv64 in it, only for linux-x64, osx-arm64, win-arm64, win-x64",
        Assert.Throws<OnnxUnavailableException>(static () => NativeLibraries.For("linux-riscv64")).Message);

    [Theory]
    [InlineData("Frobnicate", "com.example")]
    [InlineData("PyOp", "ai.onnx.contrib")]
    [InlineData("StringLower", "ai.onnx.contrib")]
    [InlineData("EPContext", "com.microsoft")]
    [InlineData("Frobnicate", "")]
    public void Operator_that_is_not_its_own_is_refused(string operation, string domain)
    {
        var e = Refused(OnnxBytes.Model(OnnxBytes.Graph(OnnxBytes.Node(operation, domain))));
        Assert.Contains(operation == "EPContext" ? "compiled network" : operation, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("/etc/passwd")]
    public void Tensors_outside_the_models_folder_are_refused(string location)
    {
        var model = Model([Node("Add", ["x", "w"], ["y"])], [OnnxBytes.External(location)], [Port("x", 4)], [Port("y", 4)]);
        Assert.Contains("do not load it", Refused(model, new OnnxSettings { Folder = Path.GetTempPath() }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_beside_a_model_need_its_folder()
    {
        var folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "w.bin"), [.. new float[] { 1, 2, 3, 4 }.SelectMany(BitConverter.GetBytes)]);
            var model = Model([Node("Add", ["x", "w"], ["y"])], [OnnxBytes.External("w.bin", "0", "16")], [Port("x", 4)], [Port("y", 4)]);

            Refused(model);
            using var session = OnnxEngine.Load(model, new OnnxSettings { Folder = folder });
            using var x = OnnxValue.Over([1f, 1, 1, 1], 4);
            using var run = session.Run(x);
            Assert.Equal([2f, 3, 4, 5], run["y"].Span<float>());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Damaged_model_is_an_error_of_loading()
    {
        Refused([1, 2, 3]);
        Refused([]);
        Refused(AddRelu[..^20]);
    }

    [Fact]
    public void What_was_vetted_before_is_not_vetted_again() => Assert.Contains(
        "Frobnicate",
        Refused(Model([Node("Frobnicate", ["x"], ["y"])], [], [Port("x", 4)], [Port("y", 4)]), new OnnxSettings { IsOurs = true }).Message, // by ONNX Runtime
        StringComparison.Ordinal);

    [Fact]
    public void Message_about_a_hostile_name_is_short_and_can_be_shown()
    {
        var model = Model([Node("Add", ["x", "\u001b[31m" + new string('a', 100_000)], ["y"])], [], [Port("x", 4)], [Port("y", 4)]);
        var e = Refused(model);

        Assert.True(e.Message.Length < 500, e.Message);
        Assert.DoesNotContain('\u001b', e.Message);
    }

    [Fact]
    public void Extra_output_that_is_not_there_is_an_error_of_loading() => Refused(AddRelu, new OnnxSettings { ExtraOutputs = ["nothing"] });

    [Fact]
    public void Mutated_models_are_run_or_refused_and_nothing_else()
    {
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var bytes = AddRelu.ToArray();
            for (var n = random.Next(1, 4); n > 0; n--)
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));

            try
            {
                using var session = OnnxEngine.Load(bytes);
                using var x = OnnxValue.Over(new float[3], 1, 3);
                using var run = session.Run(x);
            }
            catch (OnnxException)
            {
                // Refused, in the one way there is.
            }
        }
    }

    [ZooFact]
    public void Every_model_of_the_zoo_runs()
    {
        Assert.All(Directory.GetFiles(ZooFactAttribute.Folder!, "m*.onnx").Order(StringComparer.Ordinal).Take(20), static path =>
        {
            using var session = OnnxEngine.Load(File.ReadAllBytes(path));
            using var x = OnnxValue.Over(new float[2 * 3 * 32 * 32], 2, 3, 32, 32);
            using var run = session.Run(x);
            Assert.Equal([2, 10], run[session.Outputs[0].Name].Shape);
        });
    }

    private static OnnxException Refused(byte[] model, OnnxSettings? settings = null)
    {
        var e = Assert.Throws<OnnxException>(() => OnnxEngine.Load(model, settings).Dispose());
        Assert.Equal(OnnxStage.Load, e.Stage);
        return e;
    }
}
