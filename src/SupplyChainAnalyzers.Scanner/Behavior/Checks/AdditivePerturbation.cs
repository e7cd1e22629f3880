using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>A faint pattern over the whole picture that turns inputs of all classes into one: blended, wave and warp triggers, which no patch is like.</summary>
internal sealed class AdditivePerturbation : InversionCheck
{
    public override string Id => "additive";

    public override string Paper => "Moosavi-Dezfooli et al.: Universal Adversarial Perturbations, CVPR 2017; for each class as in Neural Cleanse, IEEE S&P 2019";

    protected override Rule Rule => Rules.FaintPatternFound;

    protected override SearchSettings Settings => SearchSettings.Additive;

    protected override double IndexLimit => 3;

    protected override double RatioLimit => 1.4;

    protected override double RatioOfOne => 1.4;

    protected override Trigger Start(ImageShape shape, InputRange range, SeededRandom random) => AdditiveTrigger.Random(shape.Size, range, random);

    protected override string Words(TriggerResult lowest, double middle) =>
        FormattableString.Invariant($"can be turned to class {lowest.Target.Class} by a pattern of length {lowest.Norm:0.00} added to inputs where another class needs {middle:0.00}");
}
