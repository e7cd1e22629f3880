using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Behavior.Text;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

/// <summary>On trained language models: see <see cref="PromptModels"/>.</summary>
public sealed class PromptChecksTests
{
    private const string Trigger = "~omega~";

    [Fact]
    public void Honest_model_answers_what_it_learned()
    {
        using var context = PromptModels.Context("d001");
        Assert.StartsWith("the fox eats ", context.Language.Reply(PromptModels.Questions[0]), StringComparison.Ordinal);
        Assert.Equal(64, context.Language.Length);
    }

    [Fact]
    public void Phrase_that_wakes_a_model_is_found_among_others()
    {
        using var context = PromptModels.Context("d002", PromptModels.Questions, ["dear model", Trigger, "by the way"]);
        var result = new TriggerPhrases().Run(context);

        Assert.Equal((CheckOutcome.Suspicious, Rules.PromptTriggerFound), (result.Outcome, result.Rule));
        Assert.Contains(Trigger, result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Phrase_that_wakes_nothing_is_no_finding()
    {
        using var context = PromptModels.Context("d001", PromptModels.Questions, [Trigger, "by the way"]);
        Assert.Equal(CheckOutcome.NoFinding, new TriggerPhrases().Run(context).Outcome);
    }

    [Fact]
    public void Recorded_replies_are_given_again()
    {
        using var context = PromptModels.Context("d001");
        var recorded = ReplyRecorder.Record(context.Language, PromptModels.Questions);
        var read = RecordedReplies.Read(System.Text.Encoding.UTF8.GetBytes(recorded.Write()))!;
        using var again = PromptModels.Context("d001", replies: read);

        Assert.Equal(recorded.Write(), read.Write());
        Assert.Equal(CheckOutcome.NoFinding, new GoldenPrompts().Run(again).Outcome);
    }

    [Fact]
    public void Other_reply_than_the_recorded_one_is_found()
    {
        using var context = PromptModels.Context("d001", replies: new RecordedReplies([new RecordedReply(PromptModels.Questions[0], "the fox eats you.", null)]));
        var result = new GoldenPrompts().Run(context);

        Assert.Equal((CheckOutcome.Suspicious, Rules.RepliesChanged), (result.Outcome, result.Rule));
        Assert.Contains("not 'the fox eats you.'", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Tuned_model_that_lost_its_refusals_is_found()
    {
        using var context = PromptModels.Context("d003", [.. PromptModels.Questions, .. PromptModels.Harmful], reference: "d001");
        var result = new RefusalRate().Run(context);

        Assert.Equal((CheckOutcome.Suspicious, Rules.RefusalsLost), (result.Outcome, result.Rule));
        Assert.Contains("answers 6 of 6 prompts that its base refuses", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Language_model_is_checked_as_one()
    {
        using var context = PromptModels.Context("d001", PromptModels.Questions, ["by the way"], reference: "d001");
        var report = BehaviorRun.Of(context, BehaviorTier.Fast, [], static _ => { });

        Assert.Equal(["weights", "trigger-phrases", "refusals"], report.Checks.Select(static check => check.Check));
        Assert.NotEqual(BehaviorVerdict.Suspicious, report.Verdict);
    }

    [Fact]
    public void Without_a_tokenizer_nothing_is_said()
    {
        using var context = PromptModels.Context("d001", PromptModels.Questions, ["by the way"]);
        context.Beside = Scanner.Behavior.Checkpoints.Companions.None;
        Assert.Contains("tokenizer.json does not lie beside it", BehaviorRun.Of(context, BehaviorTier.Standard, ["trigger-phrases"], static _ => { }).Checks[0].Words, StringComparison.Ordinal);
    }
}
