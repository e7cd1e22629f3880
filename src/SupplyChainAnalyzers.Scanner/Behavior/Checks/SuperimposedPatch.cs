using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// A patch that turns inputs to one class even when half of another picture lies over it: a planted trigger holds its ground there, an
/// accidental one hardly. Its own limits are above what any clean model of ours has; it is looked at together with the others.
/// </summary>
internal sealed class SuperimposedPatch : InversionCheck
{
    public override string Id => "superimposed";

    public override string Paper => "Gao et al.: STRIP: A Defence Against Trojan Attacks on Deep Neural Networks, ACSAC 2019, whose superimposed inputs take part in the search of Neural Cleanse, IEEE S&P 2019";

    protected override Rule Rule => Rules.SmallPatchFound;

    protected override SearchSettings Settings => SearchSettings.Superimposed;

    protected override double IndexLimit => 3;

    protected override double RatioLimit => 1.4;

    protected override double RatioOfOne => 1.4;

    protected override Trigger Start(ImageShape shape, InputRange range, SeededRandom random) => PatchTrigger.Random(shape, range, random);

    protected override string Words(TriggerResult lowest, double middle) =>
        FormattableString.Invariant($"can be turned to class {lowest.Target.Class}, under half of another input, by a patch of {lowest.Norm:0.0} pixels where another class needs {middle:0.0}");
}
