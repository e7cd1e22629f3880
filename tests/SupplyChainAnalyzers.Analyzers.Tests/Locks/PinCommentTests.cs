using SupplyChainAnalyzers.Analyzers.Locks;

namespace SupplyChainAnalyzers.Analyzers.Tests.Locks;

public sealed class PinCommentTests
{
    [Theory]
    [InlineData("main")]
    [InlineData("v2.1.0")]
    [InlineData("release/2025_11-rc.1")]
    public void Name_comes_back_from_its_comment(string name) => Assert.Equal(name, PinComment.NameIn(PinComment.Of(name)!));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a*/b")]
    [InlineData("a\nb")]
    [InlineData("a\u202eb")]
    [InlineData("ümlaut")]
    public void Name_that_a_comment_must_not_hold_has_none(string name) => Assert.Null(PinComment.Of(name));

    [Fact]
    public void Name_that_is_too_long_has_none() => Assert.Null(PinComment.Of(new string('a', 101)));

    [Theory]
    [InlineData("/* main */")]
    [InlineData("/* models.lock */")]
    [InlineData("/* @ models.lock */")]
    [InlineData("/*  @ models.lock */")]
    [InlineData("// main @ models.lock")]
    [InlineData("/* see main @ models.lock */")]
    public void Other_comments_are_not_ours(string comment) => Assert.Null(PinComment.NameIn(comment));
}
