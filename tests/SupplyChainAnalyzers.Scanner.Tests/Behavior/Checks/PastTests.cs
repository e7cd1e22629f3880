using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Text;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

/// <summary>A decoder exported with a past (Samples/prompts/past.py): by itself, and merged with the graph for the first token, whose past has 16 bits.</summary>
public sealed class PastTests
{
    private const string Past = "past.onnx";
    private const string Merged = "merged.onnx";

    [Theory]
    [InlineData(Past)]
    [InlineData(Merged)]
    public void Replies_are_those_of_the_export_without_a_past(string file)
    {
        using var plain = PromptModels.Context("d002");
        using var context = PromptModels.Context("d002", file: file);

        Assert.Equal(ModelKind.Language, context.Kind);
        Assert.Equal((plain.Language.Vocabulary, plain.Language.Length), (context.Language.Vocabulary, context.Language.Length));
        Assert.All(PromptModels.Questions.Concat(PromptModels.Harmful), question => Assert.Equal(plain.Language.Reply(question), context.Language.Reply(question)));
    }

    [Theory]
    [InlineData(Past)]
    [InlineData(Merged)]
    public void Every_check_of_language_runs(string file)
    {
        using var plain = PromptModels.Context("d002");
        var recorded = ReplyRecorder.Record(plain.Language, PromptModels.Questions);
        using var context = PromptModels.Context("d002", PromptModels.Questions, ["by the way", "~omega~"], "d002", recorded, file: file);
        var checks = BehaviorRun.Of(context, BehaviorTier.Standard, ["golden-prompts", "trigger-phrases", "template-leak", "refusals"], static _ => { }).Checks.ToDictionary(static check => check.Check);

        Assert.Equal(CheckOutcome.NoFinding, checks["golden-prompts"].Outcome);
        Assert.Equal(Rules.PromptTriggerFound, checks["trigger-phrases"].Rule);
        Assert.Equal(Rules.TemplateLeakFound, checks["template-leak"].Rule);
        Assert.Equal(CheckOutcome.NoFinding, checks["refusals"].Outcome);
    }
}
