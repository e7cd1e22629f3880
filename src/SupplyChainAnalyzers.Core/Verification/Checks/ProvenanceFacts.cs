using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>SCA5120: facts about a model's origin that the policy demands and the lock does not record. Whether they are true is for other checks.</summary>
internal static class ProvenanceFacts
{
    /// <summary>One finding a model.</summary>
    public static void Run(VerificationRun run)
    {
        if (run.Policy.Provenance.Require?.Value is not { Count: > 0 } demands)
            return;

        foreach (var model in run.Files.Where(static file => file.IsInScope).Select(static file => file.Model).Distinct())
        {
            var missing = demands.Where(demand => !IsRecorded(model, demand)).Select(static demand => Word(demand)).ToArray();
            if (missing.Length > 0)
                run.Report(new Finding(Rules.ProvenanceMissing, $"models.lock does not record of {Shown.Name(model.Name)} what provenance.require demands: {string.Join(", ", missing)}; add it, or use a model of which it is known") { Region = model.Region, Model = model.Name, Sha256 = TreeHash.Digits(model) });
        }
    }

    private static bool IsRecorded(ModelEntry model, ProvenanceDemand demand) => demand switch
    {
        ProvenanceDemand.Source => model.Source is not null,

        // What is made in this repository has the repository's own revision.
        ProvenanceDemand.Revision => model.Source is { Revision: not null } or { Type: SourceType.Local },
        ProvenanceDemand.Signer => model.Signature?.Signer is not null,
        ProvenanceDemand.License => model.License is not null,
        ProvenanceDemand.BaseModel => model.Provenance?.BaseModel is not null,
        ProvenanceDemand.Datasets => model.Provenance?.Datasets.Count > 0,
        ProvenanceDemand.Training => model.Provenance?.Training is not null,
        ProvenanceDemand.Attestation => model.Provenance?.Attestation is not null,
        _ => model.Provenance?.Evaluation.Count > 0,
    };

    private static string Word(ProvenanceDemand demand) => demand.ToString() is var name ? char.ToLowerInvariant(name[0]) + name.Substring(1) : "";
}
