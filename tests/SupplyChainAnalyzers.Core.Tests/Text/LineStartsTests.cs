using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Text;

public sealed class LineStartsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a\nbc\r\nd\re")]
    [InlineData("\r\n\r\n\n\r\r\n")]
    public void Every_place_is_where_a_walk_from_the_start_finds_it(string text)
    {
        var lines = new LineStarts(text);

        for (var offset = 0; offset <= text.Length; offset++)
            Assert.Equal(TextLines.At(text, offset), lines.Region(offset, offset));
    }
}
