using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Verification.Signatures;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// Has the signatures verified that the lock names, and misses those that the policy demands (50xx). Who is trusted stands in the policy
/// alone. The digests are the ones this run has computed: lock and signature judge the same bytes.
/// </summary>
internal static class ModelSignatures
{
    /// <summary>Asks once for each model in scope; remembered answers are not asked for again.</summary>
    public static void Run(VerificationRun run)
    {
        var isDemanded = run.Policy.Signatures.Require?.Value == SignatureRequirement.Always;
        var models = run.Models.Models.Values.Where(model => model.Signature is not null || (isDemanded && model.Presence != Presence.Built)).ToList();
        if (models.Count == 0)
            return;

        var files = run.Files.Where(static file => file.IsInScope).ToLookup(static file => file.Model);
        var trust = new PolicyTrust(run.Policy.Signatures);
        var asking = new SignatureAsking(run);
        foreach (var model in models)
        {
            // A model of which nothing has come yet is told by AbsentFiles.
            if (files[model].Any(static file => file.Stat is not null))
                Check(run, asking, new SignedModel(model, [.. files[model]], trust.For(model), isDemanded));
        }

        run.Findings.AddRange(trust.Findings);
        run.AlsoRead.UnionWith(trust.Paths);
        asking.Finish();
    }

    private static void Check(VerificationRun run, SignatureAsking asking, SignedModel signed)
    {
        var model = signed.Model;
        if (model.Signature is not { } signature)
        {
            run.Report(signed.Fault(Rules.ModelNotSigned, model.Region, $"{Shown.Name(model.Name)} has no signature, which signatures.require demands; get it signed, name the bundle in 'signature' of models.lock, or use a signed model"));
            return;
        }

        var path = DeclaredPath.Of(run.LockFolder, model.Path, signature.Bundle);
        run.AlsoRead.Add(path);
        var bundle = FileHasher.HashAll([new HashJob(path)], run.Cache, cancellationToken: run.Cancellation)[0];
        if (bundle.Status != HashStatus.Hashed)
        {
            var why = bundle.Status == HashStatus.Missing ? "is missing" : "cannot be read: " + Text.Printable.Of(bundle.Reason);
            run.Report(signed.Fault(Rules.ModelNotSigned, signature.Region, $"The signature {Shown.Name(PathRules.Join(model.Path, signature.Bundle))} of {Shown.Name(model.Name)} {why}; restore it, or remove 'signature' from models.lock"));
            return;
        }

        var isTrusting = signed.Signers.Count > 0;
        if (signed.IsDemanded && !isTrusting)
            run.Report(signed.Fault(Rules.SignerNotTrusted, signature.Region, $"Nobody is trusted to sign {Shown.Name(model.Name)}, and signatures.require demands it; name who signs {Shown.Name(ModelPackageUrl.Of(model))} in signatures.trusted"));

        if (asking.Ask(signed, bundle) is { } result)
            Report(run, signed, signature, result);
    }

    private static void Report(VerificationRun run, SignedModel signed, SignatureFact signature, ScanResult result)
    {
        foreach (var finding in SignatureFindings.Of(signed, result))
        {
            run.Report(new Finding(finding.Rule, finding.Message)
            {
                Severity = finding.Severity,
                Region = signature.Region,
                Model = signed.Model.Name,
                Subject = result.File.Path,
                Sha256 = finding.Sha256,
                Member = finding.Member,
            });
        }

        if (SignatureWork.Signer(result) is not { } signer)
            return;

        run.Signers[signed.Model.Name] = signer;
        if (signature.Signer is { } recorded && recorded != signer)
            run.Report(signed.Fault(Rules.SignerChanged, signature.Region, $"{Shown.Name(result.File.Name!)} is signed by {Shown.Name(signer)}, models.lock records {Shown.Name(recorded)}; make sure that the signer has changed, then run: models lock {signed.Model.Name}"));
    }
}
