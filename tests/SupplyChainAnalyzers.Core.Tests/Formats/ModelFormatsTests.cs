using System.Text.RegularExpressions;
using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Tests.Formats;

public sealed class ModelFormatsTests
{
    [Fact]
    public void Every_format_is_listed() => Assert.Equal(
        typeof(ModelFormats).GetFields().Select(static field => (ModelFormat)field.GetValue(null)!).OrderBy(static format => format.Id, StringComparer.Ordinal),
        ModelFormats.All.OrderBy(static format => format.Id, StringComparer.Ordinal));

    [Fact]
    public void Ids_are_distinct_lower_case_words() => Assert.All(ModelFormats.All, static format =>
    {
        Assert.Matches(new Regex("^[a-z0-9][a-z0-9-]*$"), format.Id);
        Assert.Same(format, ModelFormats.Find(format.Id));
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ONNX")]
    [InlineData("onnx ")]
    [InlineData("gguf2")]
    public void Other_words_name_no_format(string? id) => Assert.Null(ModelFormats.Find(id));

    [Fact]
    public void What_runs_code_is_a_model() => Assert.DoesNotContain(ModelFormats.All, static format => format.RunsCode && !format.IsModel);
}
