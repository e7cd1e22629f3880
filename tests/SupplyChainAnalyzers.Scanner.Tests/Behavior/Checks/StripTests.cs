using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

public sealed class StripTests
{
    [Fact]
    public void Inputs_with_the_trigger_keep_their_answer_and_are_named()
    {
        var result = Run(isTriggered: static i => i % 2 == 0);

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        string[] named = [.. result.Items.Where(static item => item.Values.Single(static value => value.Name == "belowThreshold").Value == 1).Select(static item => item.Name)];
        Assert.Superset(Enumerable.Range(0, 20).Select(static i => $"input {2 * i}").ToHashSet(), named.ToHashSet());
        Assert.InRange(named.Length, 20, 23);
    }

    [Fact]
    public void Harmless_inputs_are_no_finding()
    {
        var result = Run(isTriggered: static _ => false);

        Assert.True(result.Outcome == CheckOutcome.NoFinding, result.Words);
        Assert.Equal(40, result.Items.Count);
    }

    [Fact]
    public void Second_run_measures_the_same() => Assert.Equal(Run(static i => i < 3).Items.SelectMany(static item => item.Values), Run(static i => i < 3).Items.SelectMany(static item => item.Values));

    [Fact]
    public void Probe_of_a_few_inputs_is_skipped()
    {
        using var context = new BehaviorContext(PlantedModel.Bytes(0), "seed", []) { Probe = PlantedModel.Inputs(12), Suspects = PlantedModel.Inputs(4) };
        Assert.Contains("12 inputs", Assert.Throws<CheckSkippedException>(() => new Strip().Run(context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_of_another_size_are_skipped()
    {
        using var context = new BehaviorContext(PlantedModel.Bytes(0), "seed", []) { Probe = PlantedModel.Inputs(80), Suspects = new Probe(new float[10], [5], null) };
        Assert.Contains("5 numbers", Assert.Throws<CheckSkippedException>(() => new Strip().Run(context)).Message, StringComparison.Ordinal);
    }

    private static CheckResult Run(Func<int, bool> isTriggered)
    {
        var suspects = PlantedModel.Inputs(40);
        for (var i = 0; i < 40; i++)
            suspects.Inputs[i * suspects.SampleSize] = isTriggered(i) ? 1 : 0;
        using var context = new BehaviorContext(PlantedModel.Bytes(PlantedModel.Strong), "seed", []) { Probe = PlantedModel.Inputs(120), Suspects = suspects };
        return new Strip().Run(context);
    }
}
