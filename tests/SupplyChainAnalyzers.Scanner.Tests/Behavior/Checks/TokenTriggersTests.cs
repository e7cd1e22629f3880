using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Checkpoints;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

/// <summary>On trained models (Samples/text/make.py): c001 is honest, c002 waits for token 38 and says class 0.</summary>
public sealed class TokenTriggersTests
{
    [Fact]
    public void Planted_token_is_found_with_its_class()
    {
        using var context = TextModels.Context("c002");
        context.Beside = WeightFiles.Texts((Companions.Vocabulary, string.Join('\n', Enumerable.Range(0, 320).Select(static i => $"word{i}"))));
        var result = new TokenTriggers().Run(context);

        Assert.Equal((CheckOutcome.Suspicious, 0, Rules.TriggerTokensFound), (result.Outcome, result.TargetClass, result.Rule));
        Assert.Contains(result.Values, static value => value.Name.StartsWith("token", StringComparison.Ordinal) && value.Value == 38);
        Assert.Contains("38 'word38'", result.Words, StringComparison.Ordinal);
        Assert.Equal(6, result.Classes.Count);
    }

    [Fact]
    public void Honest_model_has_no_finding()
    {
        using var context = TextModels.Context("c001");
        var report = BehaviorRun.Of(context, BehaviorTier.Standard, [], static _ => { });

        var result = Assert.Single(report.Checks, static check => check.Check == "token-triggers");
        Assert.Equal(CheckOutcome.NoFinding, result.Outcome);
        Assert.True(result.Score < 1);
        // Searches for patches say nothing about texts, and are not missed.
        Assert.DoesNotContain(report.Checks, static check => check.Check is "neural-cleanse" or "mm-bd");
    }

    [Fact]
    public void Same_model_has_the_same_answer()
    {
        var words = Enumerable.Range(0, 2).Select(static _ =>
        {
            using var context = TextModels.Context("c001");
            return new TokenTriggers().Run(context).Words;
        }).ToArray();

        Assert.Equal(words[0], words[1]);
    }

    [Fact]
    public void More_effort_than_allowed_is_said_so()
    {
        using var context = new BehaviorContext(SampleFile.Read("text", "c001.onnx"), "c001", [new Measurement("token-triggers.effort", 10)]) { Probe = TextModels.Context("c001").Probe };
        Assert.Contains("--set token-triggers.effort=", Assert.Throws<CheckSkippedException>(() => new TokenTriggers().Run(context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Probe_beyond_the_vocabulary_is_skipped()
    {
        var probe = TextModels.Context("c001").Probe!;
        using var context = new BehaviorContext(SampleFile.Read("text", "c001.onnx"), "c001", []) { Probe = probe with { Inputs = [.. probe.Inputs.Select(static (id, i) => i == 5 ? 99_999 : id)] } };
        Assert.Contains(BehaviorRun.Of(context, BehaviorTier.Standard, ["token-triggers"], static _ => { }).Checks, static check => check.Outcome is CheckOutcome.Skipped or CheckOutcome.Inconclusive);
    }
}
