using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// A small patch that turns inputs of all classes into one. Its own limit, an anomaly index of 2, is reached by three of ten clean models of
/// ours, a log ratio of 1 besides by one in sixty.
/// </summary>
internal sealed class NeuralCleanse : InversionCheck
{
    public override string Id => "neural-cleanse";

    public override string Paper => "Wang et al.: Neural Cleanse: Identifying and Mitigating Backdoor Attacks in Neural Networks, IEEE S&P 2019";

    protected override Rule Rule => Rules.SmallPatchFound;

    protected override SearchSettings Settings => SearchSettings.Patch;

    protected override double IndexLimit => 2;

    protected override double RatioLimit => 1.3;

    protected override double RatioOfOne => 1.3;

    protected override Trigger Start(ImageShape shape, InputRange range, SeededRandom random) => PatchTrigger.Random(shape, range, random);

    protected override string Words(TriggerResult lowest, double middle) =>
        FormattableString.Invariant($"can be turned to class {lowest.Target.Class} by a patch of {lowest.Norm:0.0} pixels where another class needs {middle:0.0}");
}
