using System.Text;
using SupplyChainAnalyzers.Core.Scanning.Launching;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Core.Tests.Scanning.Launching;

public class LastWordsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void The_end_is_kept_however_it_comes(int piece)
    {
        var words = new LastWords();
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(static i => i + " ")));
        for (var i = 0; i < text.Length; i += piece)
            words.Add(text[i..Math.Min(text.Length, i + piece)], Math.Min(piece, text.Length - i));

        Assert.EndsWith(" 4998 4999", words.ToString(), StringComparison.Ordinal);
        Assert.InRange(words.ToString().Length, 4000, 4096);
    }

    [Theory]
    [MemberData(nameof(HostileNames.Each), MemberType = typeof(HostileNames))]
    public void They_are_shown_inert(string name)
    {
        var words = new LastWords();
        var bytes = Encoding.UTF8.GetBytes(name);
        words.Add(bytes, bytes.Length);
        HostileNames.AssertInert(words.Shown());
    }

    [Fact]
    public void Nothing_said_is_nothing_shown() => Assert.Equal("", new LastWords().Shown());
}
