using System.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Golden;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Golden;

public sealed class GoldenTextTests
{
    [Fact]
    public void Recorded_outputs_are_written_and_read_and_written_the_same()
    {
        var text = Recorded();
        Assert.Equal(text, GoldenText.Write(GoldenText.Read(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(text, Recorded());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"goldenVersion":2,"inputs":1,"outputs":[{"name":"y","shape":[1],"values":["1"]}]}""")]
    [InlineData("""{"goldenVersion":1,"inputs":0,"outputs":[{"name":"y","shape":[1],"values":["1"]}]}""")]
    [InlineData("""{"goldenVersion":1,"inputs":1,"outputs":[]}""")]
    [InlineData("""{"goldenVersion":1,"inputs":1,"outputs":[{"name":"y","shape":[2],"values":["1"]}]}""")]
    [InlineData("""{"goldenVersion":1,"inputs":1,"outputs":[{"name":"y","shape":[1],"values":["one"]}]}""")]
    [InlineData("""{"goldenVersion":1,"inputs":1,"outputs":[{"name":"y","shape":[9223372036854775807,9223372036854775807],"values":["1"]}]}""")]
    [InlineData("""{"goldenVersion":1,"inputs":1,"probe":"xyz","outputs":[{"name":"y","shape":[1],"values":["1"]}]}""")]
    [InlineData("""{"goldenVersion":1,"inputs":1,"more":1,"outputs":[{"name":"y","shape":[1],"values":["1"]}]}""")]
    public void What_is_no_such_file_is_refused_with_the_next_step(string text) =>
        Assert.Contains("models lock --golden", Assert.Throws<BehaviorInputException>(() => GoldenText.Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Mutated_files_are_read_or_refused_and_nothing_else()
    {
        var text = Encoding.UTF8.GetBytes(Recorded());
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = text.ToArray();
            for (var n = random.Next(1, 5); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);

            try
            {
                GoldenText.Read(bytes);
            }
            catch (BehaviorInputException)
            {
                // The one way to refuse.
            }
        }
    }

    private static string Recorded()
    {
        using var session = OnnxEngine.Load(OnnxModels.AddRelu);
        return GoldenText.Write(GoldenRecorder.Record(session, null, null));
    }
}
