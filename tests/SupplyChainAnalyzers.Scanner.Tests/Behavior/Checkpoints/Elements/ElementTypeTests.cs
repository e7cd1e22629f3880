using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Elements;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checkpoints.Elements;

/// <summary>Against numbers that numpy computed from the same bytes (Samples/blocks/make.py).</summary>
public sealed class ElementTypeTests
{
    [Theory]
    [InlineData("F16")]
    [InlineData("BF16")]
    [InlineData("F8_E4M3")]
    [InlineData("F8_E5M2")]
    [InlineData("Q4_0")]
    [InlineData("Q4_1")]
    [InlineData("Q5_0")]
    [InlineData("Q5_1")]
    [InlineData("Q8_0")]
    [InlineData("Q4_K")]
    [InlineData("Q5_K")]
    [InlineData("Q6_K")]
    public void Blocks_give_the_numbers_that_were_computed_elsewhere(string name)
    {
        var (bytes, expected) = (SampleFile.Read("blocks", name + ".bin"), MemoryMarshal.Cast<byte, float>(SampleFile.Read("blocks", name + ".f32")).ToArray());
        var type = ElementType.Of(name)!;
        var numbers = new float[bytes.Length / type.Bytes * type.Elements];
        type.Decode(bytes, numbers);

        Assert.Equal(expected.Length, numbers.Length);
        Assert.All(expected.Zip(numbers), static pair => Assert.True(pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= 1e-5f * Math.Max(1, Math.Abs(pair.First)), $"{pair}"));
    }

    [Fact]
    public void Type_nobody_defined_has_no_numbers() => Assert.Null(ElementType.Of("Q9_Z"));
}
