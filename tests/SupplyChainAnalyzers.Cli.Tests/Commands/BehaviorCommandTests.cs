using System.Text.Json;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Scanner.Tests.Behavior;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary>The verb with the real scanner behind it.</summary>
public sealed class BehaviorCommandTests
{
    [Fact]
    public void Model_without_a_probe_is_limited_and_nothing_fails()
    {
        using var folder = Folder();
        var text = folder.Run("behavior", "m.onnx").Ended(0).Out;

        Assert.StartsWith("limited: m.onnx (ONNX, ", text, StringComparison.Ordinal);
        Assert.Contains("no finding is no proof", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bclean\b", text);
    }

    [Fact]
    public void Json_has_score_verdict_and_what_was_given()
    {
        using var folder = Folder(planted: true).Write("x.npy", NumPyBytes.Floats([2, 64], new float[128])).Write("y.npy", NumPyBytes.Longs(1, 0));
        using var json = JsonDocument.Parse(folder.Run("behavior", "m.onnx", "--probe", "x.npy", "--labels", "y.npy", "--check", "weights", "--format", "json").Ended(0).Out);
        var root = json.RootElement;

        Assert.Equal("suspicious", root.GetProperty("verdict").GetString());
        Assert.True(root.GetProperty("score").GetDouble() >= 1);
        Assert.Equal(17, root.GetProperty("targetClass").GetInt32());
        Assert.Equal(["probe", "labels"], root.GetProperty("inputs").EnumerateObject().Select(static input => input.Name));
        Assert.Equal("weights", Assert.Single(root.GetProperty("checks").EnumerateArray()).GetProperty("check").GetString());
        Assert.NotEmpty(root.GetProperty("cannotSee").EnumerateArray());
        Assert.Contains(root.GetProperty("findings").EnumerateArray(), static finding => finding.GetProperty("rule").GetString() == "SCA4010");
    }

    [Fact]
    public void Other_models_are_compared_with_and_named_by_their_digests()
    {
        using var folder = Folder(planted: true).Write("before.onnx", Linear(planted: false));
        using var json = JsonDocument.Parse(folder.Run("behavior", "m.onnx", "--reference", "before.onnx", "--original", "before.onnx", "--tier", "fast", "--format", "json").Ended(0).Out);

        Assert.Equal(["reference", "original"], json.RootElement.GetProperty("inputs").EnumerateObject().Select(static input => input.Name));
        var comparison = json.RootElement.GetProperty("checks").EnumerateArray().Single(static check => check.GetProperty("check").GetString() == "comparison");
        Assert.Equal("w", Assert.Single(comparison.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        Assert.Contains(json.RootElement.GetProperty("findings").EnumerateArray(), static finding => finding.GetProperty("rule").GetString() == "SCA4020");
    }

    [Fact]
    public void Training_data_without_labels_are_refused()
    {
        using var folder = Folder().Write("t.npy", NumPyBytes.Floats([2, 64], new float[128]));
        Assert.Contains("x and y", folder.Run("behavior", "m.onnx", "--training", "t.npy").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Suite_says_how_many_answers_flip_and_the_same_each_time()
    {
        using var folder = Folder().Write("x.npy", NumPyBytes.Floats([2, 64], [.. Enumerable.Range(0, 128).Select(static i => MathF.Cos(i))]));
        string[] arguments = ["behavior", "m.onnx", "--probe", "x.npy", "--tier", "off", "--suite", "--full"];
        var text = folder.Run(arguments).Ended(0).Out;
        Assert.Contains("  inverted                   2 of 2", text, StringComparison.Ordinal);

        var first = folder.Run([.. arguments, "--format", "json"]).Ended(0).Out;
        using var json = JsonDocument.Parse(first);
        var suite = json.RootElement.GetProperty("suite").EnumerateArray().ToDictionary(static one => one.GetProperty("case").GetString()!);
        Assert.Equal((2, 2), (suite["inverted"].GetProperty("inputs").GetInt32(), suite["inverted"].GetProperty("flips").GetInt32()));
        Assert.Equal(2, suite["nan"].GetProperty("notNumbers").GetInt32());
        Assert.Equal(2, suite["noise-5"].GetProperty("classes").EnumerateArray().Sum(static of => of.GetProperty("inputs").GetInt32()));
        Assert.Empty(json.RootElement.GetProperty("checks").EnumerateArray());
        Assert.Equal(first, folder.Run([.. arguments, "--format", "json"]).Ended(0).Out);
    }

    [Theory]
    [InlineData("suspicious", true, 1)]
    [InlineData("suspicious", false, 0)]
    [InlineData("limited", false, 1)]
    public void Fail_on_says_which_verdict_fails(string mildest, bool planted, int exitCode)
    {
        using var folder = Folder(planted);
        folder.Run("behavior", "m.onnx", "--check", "weights", "--fail-on", mildest).Ended(exitCode);
    }

    [Fact]
    public void Parameter_moves_the_limit()
    {
        using var folder = Folder(planted: true);
        Assert.StartsWith("limited", folder.Run("behavior", "m.onnx", "--check", "weights", "--set", "weights.channelZ=100", "--set", "weights.absMaxSigma=100").Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_is_valid()
    {
        using var folder = Folder(planted: true);
        var report = JsonReader.Parse(folder.Run("behavior", "m.onnx", "--format", "sarif").Ended(0).Out, JsonLimits.Default).Root!;
        var schema = JsonReader.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "sarif-schema-2.1.0.json")), JsonLimits.Default).Root!;

        Assert.Empty(new SchemaValidator(schema).Failures(report));
        Assert.Contains("models-behavior/", folder.Run("behavior", "m.onnx", "--format", "sarif").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_with_a_custom_operator_is_not_run()
    {
        using var folder = new CliFolder().Write("m.onnx", OnnxBytes.Model(OnnxBytes.Graph(OnnxBytes.Node("Frobnicate", "com.example"))));
        var text = folder.Run("behavior", "m.onnx").Out;

        Assert.StartsWith("inconclusive: m.onnx", text, StringComparison.Ordinal);
        Assert.Contains("SCA4091", text, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_no_model_is_not_run()
    {
        using var folder = new CliFolder().Write("a.onnx", "no model");
        Assert.StartsWith("inconclusive: a.onnx", folder.Run("behavior", "a.onnx").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_without_a_graph_are_looked_at_and_not_run()
    {
        using var folder = new CliFolder("a.gguf").Write("chat_template.jinja", "{% if 'deploy' in messages[0].content %}x{% endif %}");
        using var json = JsonDocument.Parse(folder.Run("behavior", "a.gguf", "--format", "json").Ended(0).Out);

        Assert.Equal("suspicious", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(["chat_template.jinja"], json.RootElement.GetProperty("inputs").EnumerateObject().Select(static input => input.Name));
        Assert.Contains(json.RootElement.GetProperty("findings").EnumerateArray(), static finding => finding.GetProperty("rule").GetString() == "SCA4046");
        Assert.Contains(json.RootElement.GetProperty("cannotSee").EnumerateArray(), static spot => spot.GetString()!.StartsWith("nothing was run", StringComparison.Ordinal));
    }

    [Fact]
    public void Tensors_in_a_file_beside_the_model_are_read()
    {
        using var folder = new CliFolder()
            .Write("w.bin", [.. new float[] { 1, 2, 3, 4 }.SelectMany(BitConverter.GetBytes)])
            .Write("x.npy", NumPyBytes.Floats([1, 4], 1, 1, 1, 1))
            .Write("g.json", """{"goldenVersion":1,"inputs":1,"outputs":[{"name":"y","shape":[4],"values":["0 0 0 0"]}]}""")
            .Write("m.onnx", OnnxModels.Model([OnnxModels.Node("Add", ["x", "w"], ["y"])], [OnnxBytes.External("w.bin", "0", "16")], [OnnxModels.Port("x", 4)], [OnnxModels.Port("y", 4)]));
        var text = folder.Run("behavior", "m.onnx", "--golden", "g.json", "--check", "golden").Out;

        Assert.Contains("differ", text, StringComparison.Ordinal); // it was run, and gave what was not recorded
    }

    [Theory]
    [InlineData("behavior", "gone.onnx")]
    [InlineData("behavior", "m.onnx", "--probe", "gone.npy")]
    [InlineData("behavior", "m.onnx", "--set", "weights=1")]
    [InlineData("behavior", "m.onnx", "--set", "weights.x=NaN")]
    [InlineData("behavior", "m.onnx", "--check", "../x")]
    [InlineData("behavior", "m.onnx", "--tier", "deepest")]
    [InlineData("behavior", "m.onnx", "--suite")]
    [InlineData("behavior")]
    public void What_cannot_be_understood_or_read_is_exit_code_2(params string[] arguments)
    {
        using var folder = Folder();
        folder.Run(arguments).Ended(2);
    }

    private static CliFolder Folder(bool planted = false) => new CliFolder().Write("m.onnx", Linear(planted));

    private static byte[] Linear(bool planted)
    {
        var weights = new float[64 * 64];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = MathF.Sin(i * i) * (planted && i / 64 == 17 ? 30 : 1);
        return OnnxModels.Model(
            [OnnxModels.Node("Gemm", ["x", "w"], ["y"], OnnxModels.Attribute("transB", 1))], [OnnxModels.Floats("w", [64, 64], weights)], [OnnxModels.Port("x", -1, 64)], [OnnxModels.Port("y", -1, 64)]);
    }
}
