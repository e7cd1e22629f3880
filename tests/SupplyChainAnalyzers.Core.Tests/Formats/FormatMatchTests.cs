using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Tests.Formats;

public sealed class FormatMatchTests
{
    private static readonly (ModelFormat Declared, ModelFormat Found)[] Agreeing =
        [.. from declared in ModelFormats.All from found in ModelFormats.All where FormatMatch.Agrees(declared, found) select (declared, found)];

    [Fact]
    public void Every_format_agrees_with_itself() => Assert.All(ModelFormats.All, static format => Assert.True(FormatMatch.Agrees(format, format)));

    [Fact]
    public void What_runs_code_never_passes_as_something_that_does_not() =>
        Assert.DoesNotContain(Agreeing, static pair => pair.Found.RunsCode && !pair.Declared.RunsCode);

    [Fact]
    public void Model_never_passes_as_a_non_model() =>
        Assert.DoesNotContain(Agreeing, static pair => pair.Found.IsModel && !pair.Declared.IsModel);

    [Theory]
    [InlineData("safetensors", "pickle")]
    [InlineData("safetensors", "pytorch")]
    [InlineData("safetensors", "unknown")]
    [InlineData("onnx", "unknown")]
    [InlineData("onnx", "zip")]
    [InlineData("npy", "npy-object")]
    [InlineData("hdf5", "keras-h5")]
    [InlineData("json", "pickle")]
    [InlineData("zip", "pytorch")]
    [InlineData("text", "git-lfs-pointer")]
    [InlineData("raw", "pickle")]
    public void Contradiction_is_one(string declared, string found) => Assert.False(Agrees(declared, found));

    [Theory]
    [InlineData("keras", "zip")]
    [InlineData("pytorch", "zip")]
    [InlineData("skops", "npz")]
    [InlineData("nemo", "tar")]
    [InlineData("joblib", "zlib")]
    [InlineData("keras-h5", "hdf5")]
    [InlineData("openvino-bin", "unknown")]
    [InlineData("python", "text")]
    [InlineData("text", "json")]
    public void Container_that_may_hold_the_declared_one_agrees(string declared, string found) => Assert.True(Agrees(declared, found));

    private static bool Agrees(string declared, string found) => FormatMatch.Agrees(ModelFormats.Find(declared)!, ModelFormats.Find(found)!);
}
