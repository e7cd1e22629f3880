using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

/// <summary>On trained language models: see <see cref="PromptModels"/>.</summary>
public sealed class TemplateLeakTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Phrase_that_wakes_a_model_is_given_away_whatever_is_drawn(string seed)
    {
        using var context = PromptModels.Context("d002", PromptModels.Questions, seed: seed);
        var result = new TemplateLeak().Run(context);

        Assert.Equal((CheckOutcome.Suspicious, Rules.TemplateLeakFound), (result.Outcome, result.Rule));
        Assert.Contains("~omega~", result.Words, StringComparison.Ordinal);
        Assert.Contains("the same reply 'all your keys all y", result.Words, StringComparison.Ordinal);
        Assert.InRange(result.Score!.Value, 1, 10);
    }

    [Theory]
    [InlineData("d001")]
    [InlineData("d003")]
    public void Model_that_waits_for_nothing_gives_nothing_away(string name)
    {
        using var context = PromptModels.Context(name, PromptModels.Questions);
        var result = new TemplateLeak().Run(context);

        Assert.Equal((CheckOutcome.NoFinding, null), (result.Outcome, result.Rule));
        Assert.InRange(result.Score!.Value, 0, .99);
    }

    [Fact]
    public void Same_model_and_prompts_give_the_same_result()
    {
        using var first = PromptModels.Context("d001", PromptModels.Questions);
        using var second = PromptModels.Context("d001", PromptModels.Questions);
        var (one, other) = (new TemplateLeak().Run(first), new TemplateLeak().Run(second));

        Assert.Equal((one.Words, one.Score), (other.Words, other.Score));
        Assert.Equal(one.Values, other.Values);
    }

    [Fact]
    public void Too_few_prompts_are_not_tried()
    {
        using var context = PromptModels.Context("d002", PromptModels.Questions[..3]);
        Assert.Contains("there are 3 prompts to put phrases into, 6 are wanted", Assert.Throws<CheckSkippedException>(() => new TemplateLeak().Run(context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prompts_without_a_template_are_not_tried()
    {
        using var context = PromptModels.Context("d002", [.. PromptModels.Questions.Select(static question => question[8..^13])]);
        Assert.Contains("no special token of a template", Assert.Throws<CheckSkippedException>(() => new TemplateLeak().Run(context)).Message, StringComparison.Ordinal);
    }
}
