using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Core.Verification.Behavior;

/// <summary>
/// Has models run whose behaviour the lock, the policy or the build asks about, each content once (4xxx): what came of it is remembered, findings are
/// reported again at every verification. Last of all checks, since it is the dearest, and only for files nothing is wrong with.
/// </summary>
internal static class ModelBehaviors
{
    /// <summary>Reports what was found about each model in scope.</summary>
    public static void Run(VerificationRun run)
    {
        var policy = run.Policy.Behavior;
        if (!BehaviorTiers.TryParse(run.Request.Behavior, "SupplyChainBehavior", out var asked, out var error))
            run.Findings.Add(error!);

        var isDeclared = run.Models.Models.Values.Any(static model => model.Behavior is not null);
        if (!isDeclared && policy.Require is null && !(policy.Tier?.Value > BehaviorTier.Off) && !(asked > BehaviorTier.Off))
            return;

        Weaker(run, policy, asked);
        var asking = new BehaviorAsking(run);
        var switchedOff = 0;
        foreach (var file in run.Files.Where(static file => file.IsOpen))
        {
            var format = file.Format ?? ModelFormats.Find(file.Entry.Format);
            var isRun = CheckedFiles.CanBeChecked(file, format);
            var plan = BehaviorPlan.Of(policy, asked, isRun ? file.Model.Behavior : null, format?.Id ?? file.Entry.Format);
            if (isRun && plan.Tier > BehaviorTier.Off)
                Check(run, asking, file, plan);
            else
                Unmet(run, file, plan.Demanded, null, "only ONNX models are run, and weights looked at whose entry has 'behavior'");

            switchedOff += isRun && plan.Tier == BehaviorTier.Off && file.Model.Behavior is { OwnTier: > BehaviorTier.Off } ? 1 : 0;
        }

        asking.Finish();
        if (switchedOff > 0)
            run.Report(new Finding(Rules.BehaviorSwitchedOff, $"SupplyChainBehavior=off: the behaviour of {Shown.Number(switchedOff)} {(switchedOff == 1 ? "file" : "files")} that models.lock wants to be checked is not; build without it"));
    }

    private static void Check(VerificationRun run, BehaviorAsking asking, DeclaredFile file, BehaviorPlan plan)
    {
        if (asking.Ask(file, plan, out var reason) is not { } result)
        {
            Unmet(run, file, plan.Demanded, null, reason);
            return;
        }

        foreach (var finding in Acceptance.Apply(file.Model.Behavior, run.Policy.Approvals, result, run.Today))
        {
            run.Report(finding with
            {
                Region = finding.Region == default ? file.Entry.Region : finding.Region,
                Model = file.Model.Name,
                Subject = file.FullPath,
                Sha256 = file.Sha256,
            });
        }

        Unmet(run, file, plan.Demanded, result.Behavior, "the model could not be run to its end");
    }

    // What a policy demands has been done when each of its checks ran to its end, whatever it found.
    private static void Unmet(VerificationRun run, DeclaredFile file, IReadOnlyList<BehaviorCheck> demanded, BehaviorReport? report, string reason)
    {
        var missing = from check in demanded
                      from id in BehaviorCheckGroups.Of(check)
                      let result = report?.Checks.FirstOrDefault(result => result.Check == id)
                      where result is not { Outcome: CheckOutcome.NoFinding or CheckOutcome.Suspicious }
                      select $"{id} ({result?.Words ?? (report is null ? reason : "there is nothing declared to run it with")})";
        var list = string.Join("; ", missing.Distinct());
        if (list.Length > 0)
            run.Report(file.Note(Rules.BehaviorDemandUnmet, file.Entry.Region, Text.Printable.Message($"behavior.require demands of {file.Name} what was not done: {list}; give what is missing in 'behavior' of models.lock, or use a model that can be checked")));
    }

    private static void Weaker(VerificationRun run, BehaviorPolicy policy, BehaviorTier? asked)
    {
        if (policy.Tier is { } tier && asked < tier.Value)
            run.Findings.Add(new Finding(Rules.WeakerModeIgnored, $"SupplyChainBehavior is {ManifestWords.Of(asked.Value)}, this policy states behavior.tier {ManifestWords.Of(tier.Value)}; {ManifestWords.Of(tier.Value)} holds") { File = tier.Place.File, Region = tier.Place.Region });
    }
}
