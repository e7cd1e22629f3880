using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

public sealed class ClassPairsTests
{
    [Fact]
    public void Trigger_for_one_source_class_is_found_with_both_classes()
    {
        using var context = PlantedModel.Context(0, [new("class-pairs.steps", 300)], source: 5);
        var result = new ClassPairs().Run(context);

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        Assert.Contains("from class 5 to class 2", result.Words, StringComparison.Ordinal);
        Assert.Equal(PlantedModel.Target, result.TargetClass);
        Assert.Equal(8, result.Classes.Count);
    }

    [Fact]
    public void Class_that_all_others_are_turned_to_is_not_a_pair()
    {
        var result = PlantedModel.Check(new ClassPairs(), PlantedModel.Strong);

        Assert.True(result.Outcome == CheckOutcome.NoFinding, result.Words);
    }

    [Fact]
    public void Probe_with_few_inputs_of_a_class_is_skipped()
    {
        using var context = PlantedModel.Context(0, source: 5, labels: 7);
        Assert.Contains("inputs of some class", Assert.Throws<CheckSkippedException>(() => new ClassPairs().Run(context)).Message, StringComparison.Ordinal);
    }
}
