using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Verification.Behavior;

namespace SupplyChainAnalyzers.Core.Tests.Verification.Behavior;

public sealed class BehaviorPlanTests
{
    private static readonly BehaviorFile Probe = new("x.npy", new string('a', 64), default);

    [Theory]
    [InlineData(null, null, false, BehaviorTier.Off)]
    [InlineData(null, null, true, BehaviorTier.Standard)]
    [InlineData(null, BehaviorTier.Fast, false, BehaviorTier.Fast)]
    [InlineData(null, BehaviorTier.Fast, true, BehaviorTier.Fast)]
    [InlineData(null, BehaviorTier.Off, true, BehaviorTier.Off)]
    [InlineData(BehaviorTier.Deep, null, false, BehaviorTier.Deep)]
    [InlineData(BehaviorTier.Fast, BehaviorTier.Deep, false, BehaviorTier.Deep)]
    [InlineData(BehaviorTier.Deep, BehaviorTier.Off, true, BehaviorTier.Deep)]
    [InlineData(BehaviorTier.Fast, null, true, BehaviorTier.Standard)]
    public void Deeper_of_policy_and_build_holds_and_the_locks_own_where_the_build_is_silent(BehaviorTier? policy, BehaviorTier? asked, bool isDeclared, BehaviorTier expected) =>
        Assert.Equal(expected, Plan(policy, asked, isDeclared ? new BehaviorFact { Probe = Probe } : null).Tier);

    [Fact]
    public void Model_without_a_probe_is_checked_fast_unless_its_entry_says_more()
    {
        Assert.Equal(BehaviorTier.Fast, Plan(null, null, new BehaviorFact()).Tier);
        Assert.Equal(BehaviorTier.Deep, Plan(null, null, new BehaviorFact { Tier = BehaviorTier.Deep }).Tier);
    }

    [Fact]
    public void List_of_checks_holds_only_where_nobody_else_asks_for_a_tier()
    {
        var fact = new BehaviorFact { Checks = ["weights", "trigger-search"] };

        Assert.Equal(["weights", "neural-cleanse", "superimposed", "additive", "agreement"], Plan(null, null, fact).Checks);
        Assert.Empty(Plan(BehaviorTier.Fast, null, fact).Checks);
        Assert.Empty(Plan(null, BehaviorTier.Fast, fact).Checks);
        Assert.Equal(BehaviorTier.Off, Plan(null, null, fact with { Tier = BehaviorTier.Off }).Tier);
    }

    [Fact]
    public void What_a_policy_demands_is_run_at_its_tier_whatever_else_is_said()
    {
        var demand = Demand(BehaviorCheck.TriggerSearch, BehaviorCheck.Golden);

        Assert.Equal(BehaviorTier.Standard, BehaviorPlan.Of(demand, BehaviorTier.Off, null, "onnx").Tier);
        Assert.Equal([BehaviorCheck.TriggerSearch, BehaviorCheck.Golden], BehaviorPlan.Of(demand, null, null, "onnx").Demanded);
        Assert.Empty(BehaviorPlan.Of(demand, null, null, "gguf").Demanded);
        Assert.Equal(["weights", "neural-cleanse", "superimposed", "additive", "golden"], BehaviorPlan.Of(demand, null, new BehaviorFact { Checks = ["weights"] }, "onnx").Checks);
    }

    private static BehaviorPlan Plan(BehaviorTier? policy, BehaviorTier? asked, BehaviorFact? fact) =>
        BehaviorPlan.Of(new BehaviorPolicy { Tier = policy is { } tier ? new(tier, PolicyPlace.BuiltIn) : null }, asked, fact, "onnx");

    private static BehaviorPolicy Demand(params BehaviorCheck[] checks) => new()
    {
        Require = new(new Dictionary<string, IReadOnlyList<BehaviorCheck>> { ["onnx"] = checks }, PolicyPlace.BuiltIn),
    };
}
