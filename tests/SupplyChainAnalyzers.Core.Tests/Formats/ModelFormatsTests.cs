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

    [Fact]
    public void Documentation_names_every_format_and_what_it_does()
    {
        // | `id`, `id` | … | model | runs code |
        var documented = File.ReadLines(Path.Combine(FormatData.Folder, "../../../../docs/concepts/formats.md"))
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .SelectMany(static row => row[1].Split(',').Select(id => $"{id.Trim(' ', '`')} {row[3]} {row[4]}"));

        Assert.Equal(ModelFormats.All.Select(static format => $"{format.Id} {YesNo(format.IsModel)} {YesNo(format.RunsCode)}").Order(), documented.Order());
    }

    private static string YesNo(bool value) => value ? "yes" : "no";
}
