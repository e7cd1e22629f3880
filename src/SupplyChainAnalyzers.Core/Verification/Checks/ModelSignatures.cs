using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification.Signatures;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// Has the signatures and attestations verified that the lock names, and misses those that the policy demands (50xx). Who is trusted stands
/// in the policy alone. The digests are the ones this run has computed: lock and signature judge the same bytes.
/// </summary>
internal static class ModelSignatures
{
    /// <summary>Asks once for each bundle of a model in scope; remembered answers are not asked for again.</summary>
    public static void Run(VerificationRun run)
    {
        var isDemanded = run.Policy.Signatures.Require?.Value == SignatureRequirement.Always;
        var models = run.Models.Models.Values.Where(model => model.Signature is not null || model.Provenance?.Attestation is not null || (isDemanded && model.Presence != Presence.Built)).ToList();
        if (models.Count == 0)
            return;

        var files = run.Files.Where(static file => file.IsInScope).ToLookup(static file => file.Model);
        var trust = new PolicyTrust(run.Policy.Signatures);
        var asking = new SignatureAsking(run);
        foreach (var model in models)
        {
            // A model of which nothing has come yet is told by AbsentFiles.
            if (!files[model].Any(static file => file.Stat is not null))
                continue;

            var signed = new SignedModel(model, [.. files[model]], trust.For(model), isDemanded && model.Presence != Presence.Built);
            CheckSignature(run, asking, signed);
            if (model.Provenance is { Attestation: { } attestation } provenance)
                CheckAttestation(run, asking, signed, attestation, provenance.Region);
        }

        run.Findings.AddRange(trust.Findings);
        run.AlsoRead.UnionWith(trust.Paths);
        asking.Finish();
    }

    private static void CheckSignature(VerificationRun run, SignatureAsking asking, SignedModel signed)
    {
        var model = signed.Model;
        if (model.Signature is not { } signature)
        {
            if (signed.IsDemanded)
                run.Report(signed.Fault(Rules.ModelNotSigned, model.Region, $"{Shown.Name(model.Name)} has no signature, which signatures.require demands; get it signed, name the bundle in 'signature' of models.lock, or use a signed model"));
            return;
        }

        var bundle = Bundle(run, signed, signature.Bundle);
        if (bundle.Status != HashStatus.Hashed)
        {
            run.Report(signed.Fault(Rules.ModelNotSigned, signature.Region, $"The signature {Absence(model, signature.Bundle, bundle)}; restore it, or remove 'signature' from models.lock"));
            return;
        }

        if (signed is { IsDemanded: true, Signers.Count: 0 })
            run.Report(Nobody(signed, signature.Region, "signatures.require"));
        if (asking.Ask(signed, bundle, signature.Bundle, null, signature.Region) is not { } result)
            return;

        Report(run, signed, signature.Region, result);
        if (SignatureWork.Signer(result) is not { } signer)
            return;

        run.Signers[model.Name] = signer;
        if (signature.Signer is { } recorded && recorded != signer)
            run.Report(signed.Fault(Rules.SignerChanged, signature.Region, $"{Shown.Name(result.File.Name!)} is signed by {Shown.Name(signer)}, models.lock records {Shown.Name(recorded)}; make sure that the signer has changed, then run: models lock {model.Name}"));
    }

    private static void CheckAttestation(VerificationRun run, SignatureAsking asking, SignedModel signed, string attestation, TextRegion region)
    {
        var bundle = Bundle(run, signed, attestation);
        if (bundle.Status != HashStatus.Hashed)
        {
            run.Report(signed.Fault(Rules.AttestationDiffers, region, $"The attestation {Absence(signed.Model, attestation, bundle)}; restore it, or remove 'attestation' from models.lock"));
            return;
        }

        var demand = SignatureWork.Demand(run.Policy.Provenance, signed);
        if (demand.Files.Count == 0)
            return; // none of them is the declared one, and that was said

        var isDemanded = demand.IsProvenance || run.Policy.Provenance.Require?.Value.Contains(ProvenanceDemand.Attestation) == true;
        if (isDemanded && signed.Signers.Count == 0)
            run.Report(Nobody(signed, region, "provenance"));
        if (asking.Ask(signed with { IsDemanded = isDemanded }, bundle, attestation, demand, region) is { } result)
            Report(run, signed, region, result);
    }

    private static HashOutcome Bundle(VerificationRun run, SignedModel signed, string file)
    {
        var path = DeclaredPath.Of(run.LockFolder, signed.Model.Path, file);
        run.AlsoRead.Add(path);
        return FileHasher.HashAll([new HashJob(path)], run.Cache, cancellationToken: run.Cancellation)[0];
    }

    private static string Absence(ModelEntry model, string file, HashOutcome bundle) =>
        $"{Shown.Name(PathRules.Join(model.Path, file))} of {Shown.Name(model.Name)} {(bundle.Status == HashStatus.Missing ? "is missing" : "cannot be read: " + Printable.Of(bundle.Reason))}";

    private static Finding Nobody(SignedModel signed, TextRegion region, string demand) => signed.Fault(
        Rules.SignerNotTrusted, region, $"Nobody is trusted to sign {Shown.Name(signed.Model.Name)}, and {demand} demands it; name who signs {Shown.Name(ModelPackageUrl.Of(signed.Model))} in signatures.trusted");

    private static void Report(VerificationRun run, SignedModel signed, TextRegion region, ScanResult result)
    {
        run.Evidence.Add((signed.Model.Name, result));
        foreach (var finding in SignatureFindings.Of(signed, result))
        {
            run.Report(new Finding(finding.Rule, finding.Message)
            {
                Severity = finding.Severity,
                Region = region,
                Model = signed.Model.Name,
                Subject = result.File.Path,
                Sha256 = finding.Sha256,
                Member = finding.Member,
            });
        }
    }
}
