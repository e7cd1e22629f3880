namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

public class WireFuzzerTests
{
    private const int Inputs = 4000;

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    public void No_input_breaks_a_reader_of_the_protocol(int seed)
    {
        var taken = new Dictionary<string, long>();
        Assert.Null(WireFuzzer.Run(seed, Inputs, taken));
        Assert.All(taken, static pair => Assert.InRange(pair.Value, Inputs / 20, Inputs)); // else the damage is too coarse to say anything
    }

    [Theory]
    [InlineData("\"norm\"")]
    [InlineData("\"layer.0\"")]
    [InlineData("\"can be turned\"")]
    [InlineData("\"onnxruntime 1.29.0\"")]
    public void Whatever_a_report_calls_things_can_be_shown(string text)
    {
        var hostile = WireSeeds.Reports[0].Replace(text, "\"a\\u001b[31m\\u202e##vso[x]\"", StringComparison.Ordinal);
        Assert.NotEqual(WireSeeds.Reports[0], hostile);
        var form = WireForm.All.Single(static form => form.Name == "report");
        Assert.All(form.Rewrite(System.Text.Encoding.UTF8.GetBytes(hostile))!.Value.Shown, static shown => Assert.Equal(shown, Core.Text.Printable.Of(shown)));
    }

    [Fact]
    public void Every_seed_is_taken_as_it_is() =>
        Assert.All(WireForm.All.SelectMany(static form => form.Valid.Select(valid => (form, valid))), static one => Assert.Equal(one.valid, one.form.Rewrite(System.Text.Encoding.UTF8.GetBytes(one.valid))?.Text));
}
