using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>A tuned model still refuses what its base refuses, and how many prompts it answers otherwise.</summary>
internal sealed class RefusalRate : IBehaviorCheck
{
    public string Id => ReplyComparison.Check;

    public string Paper => "Qi et al.: Fine-tuning Aligned Language Models Compromises Safety, ICLR 2024";

    public BehaviorTier Tier => BehaviorTier.Fast;

    public CheckNeeds Needs => CheckNeeds.Reference;

    public bool Concerns(BehaviorContext context) => context is { Kind: ModelKind.Language, Prompts: not null };

    public CheckResult Run(BehaviorContext context) =>
        ReplyComparison.Of(context.Language, context.ReferenceLanguage, context.Prompts ?? throw new CheckSkippedException("there are no prompts to ask both")).Result();
}
