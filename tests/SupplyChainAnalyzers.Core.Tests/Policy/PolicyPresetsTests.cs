using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class PolicyPresetsTests
{
    [Theory]
    [InlineData(null, Mode.Default)]
    [InlineData(Mode.Audit, Mode.Audit)]
    [InlineData(Mode.Default, Mode.Default)]
    [InlineData(Mode.Strict, Mode.Strict)]
    public void Preset_of_a_mode_has_that_mode(Mode? mode, Mode expected) =>
        Assert.Equal(expected, new PolicyEvaluator(PolicyPresets.Of(mode), mode).Mode);

    [Theory]
    [InlineData(Mode.Audit)]
    [InlineData(Mode.Strict)]
    public void Default_preset_leaves_the_mode_to_the_user(Mode requested) =>
        Assert.Equal(requested, new PolicyEvaluator(PolicyPresets.Default, requested).Mode);

    [Fact]
    public void Strict_preset_lets_doubts_fail_in_any_mode_but_audit()
    {
        var strict = PolicyPresets.Strict with { Mode = null };
        Assert.Equal(Level.Error, new PolicyEvaluator(strict).Decide(new Finding(Rules.CodeFormat, "m"), default).Level);
        Assert.Equal(Level.Error, new PolicyEvaluator(strict).Decide(new Finding(Rules.Unscannable, "m"), default).Level);
    }

    [Fact]
    public void Presets_demand_nothing_that_is_not_checked() =>
        Assert.All([PolicyPresets.Audit, PolicyPresets.Default, PolicyPresets.Strict], static preset => Assert.Empty(new PolicyEvaluator(preset).Notices(default)));
}
