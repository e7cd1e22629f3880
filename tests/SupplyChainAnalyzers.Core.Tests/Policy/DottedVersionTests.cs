using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class DottedVersionTests
{
    [Theory]
    [InlineData("2.5.9", "2.6")]
    [InlineData("2.6.0", "2.6.0.1")]
    [InlineData("2.9", "2.10")]
    [InlineData("0", "999999999")]
    public void Numbers_are_compared_part_by_part(string older, string newer)
    {
        var (left, right) = (DottedVersion.Parse(older)!, DottedVersion.Parse(newer)!);
        Assert.True(left < right && right > left && left <= right && right >= left && left != right);
    }

    [Fact]
    public void Missing_parts_count_as_0()
    {
        Assert.Equal(DottedVersion.Parse("2.6"), DottedVersion.Parse("2.6.0.0"));
        Assert.Equal(DottedVersion.Parse("2.6")!.GetHashCode(), DottedVersion.Parse("2.6.0.0")!.GetHashCode());
        Assert.True(DottedVersion.Parse("2.6") == DottedVersion.Parse("02.6.0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("2.")]
    [InlineData("2.6rc1")]
    [InlineData("-1")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1234567890")]
    [InlineData(" 1")]
    [InlineData("١")]
    public void Anything_else_is_no_version(string text) => Assert.Null(DottedVersion.Parse(text));
}
