using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class ModesTests
{
    [Theory]
    [InlineData("audit", Mode.Audit)]
    [InlineData("default", Mode.Default)]
    [InlineData(" strict ", Mode.Strict)]
    public void A_word_is_its_mode(string text, Mode expected)
    {
        Assert.True(Modes.TryParse(text, "SupplyChainMode", out var mode, out var error));
        Assert.Equal(expected, mode);
        Assert.Null(error);
        Assert.Equal(text.Trim(), expected.Word());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_given_is_no_mode_and_no_error(string? text)
    {
        Assert.True(Modes.TryParse(text, "SupplyChainMode", out var mode, out var error));
        Assert.Null(mode);
        Assert.Null(error);
    }

    [Theory]
    [InlineData("Strict")]
    [InlineData("strcit")]
    [InlineData("strict;audit")]
    [InlineData("0")]
    public void Any_other_word_is_SCA0004_that_names_the_setting_and_the_words(string text)
    {
        Assert.False(Modes.TryParse(text, "SupplyChainMode", out var mode, out var error));
        Assert.Null(mode);
        Assert.Same(Rules.Usage, error!.Rule);
        Assert.Contains("SupplyChainMode is '" + text, error.Message);
        Assert.Contains("audit, default or strict", error.Message);
    }

    [Fact]
    public void A_hostile_word_is_shown_neutralised()
    {
        Modes.TryParse("a\n##vso[task.complete]\u202e", "--mode", out _, out var error);
        Assert.DoesNotContain('\n', error!.Message);
        Assert.DoesNotContain("##vso[", error.Message);
        Assert.DoesNotContain('\u202e', error.Message);
    }
}
