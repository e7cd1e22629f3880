using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class GlobCoverTests
{
    [Theory]
    [InlineData("acme/*", "acme/bert")]
    [InlineData("acme/*", "acme/bert-*")]
    [InlineData("acme/*", "acme/")]
    [InlineData("acme/**", "acme/a/b")]
    [InlineData("acme/**", "acme/*/b*")]
    [InlineData("**", "anything/at/*/all/**")]
    [InlineData("*", "*")]
    [InlineData("a*b*c", "axbxc")]
    [InlineData("a*b*c", "a*bb*c")]
    [InlineData("*.hf.co", "cdn.hf.co")]
    [InlineData("", "")]
    [InlineData("a**b", "a*b")]
    [InlineData("***", "a/b")]
    public void Wide_covers_narrow(string wide, string narrow) => Assert.True(new GlobCover(wide).Covers(narrow));

    [Theory]
    [InlineData("acme/bert", "acme/*")]
    [InlineData("acme/*", "acme/a/b")]
    [InlineData("acme/*", "acme/**")]
    [InlineData("*", "a/b")]
    [InlineData("*", "**")]
    [InlineData("acme/*", "acmf/x")]
    [InlineData("acme/*", "acme")]
    [InlineData("a", "A")]
    [InlineData("", "*")]
    [InlineData("a*b", "a*")]
    [InlineData("*.hf.co", "hf.co")]
    public void Wide_does_not_cover(string wide, string narrow) => Assert.False(new GlobCover(wide).Covers(narrow));

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(200)]
    public void Long_patterns_cross_the_words_of_the_state(int length)
    {
        string literal = string.Concat(Enumerable.Range(0, length).Select(static i => (char)('a' + (i % 26))));
        Assert.True(new GlobCover(literal).Covers(literal));
        Assert.True(new GlobCover(literal + "*").Covers(literal + "x"));
        Assert.True(new GlobCover("*" + literal).Covers("xx" + literal));
        Assert.False(new GlobCover(literal).Covers(literal[..^1]));
        Assert.False(new GlobCover(literal).Covers(literal[..^1] + "!"));
        Assert.False(new GlobCover(literal + "x").Covers(literal));
    }

    [Fact]
    public void What_is_covered_matches_nothing_that_the_wide_glob_does_not() => Prop.ForAll(
        Pattern().ToArbitrary(), Pattern().ToArbitrary(), Text().ToArbitrary(),
        static (wide, narrow, text) =>
        {
            if (new GlobCover(wide).Covers(narrow) && new Glob(narrow).IsMatch(text)) Assert.True(new Glob(wide).IsMatch(text), $"{wide} covers {narrow}: {text}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void Exact_text_is_covered_where_it_is_matched() => Prop.ForAll(
        Pattern().ToArbitrary(), Text().ToArbitrary(),
        static (wide, text) => Assert.Equal(new Glob(wide).IsMatch(text), new GlobCover(wide).Covers(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    [Fact]
    public void Every_glob_covers_itself() => Prop.ForAll(
        Pattern().ToArbitrary(),
        static glob => Assert.True(new GlobCover(glob).Covers(glob), glob)).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    // Few letters, so that patterns meet.
    private static Gen<string> Pattern() => Gen.Elements("a", "b", "/", "*", "**").ListOf().Select(string.Concat);

    private static Gen<string> Text() => Gen.Elements("a", "b", "/").ListOf().Select(string.Concat);
}
