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
internal sealed class ModelSignatures : IDisposable
{
    private readonly VerificationRun _run;
    private readonly List<ModelEntry> _models;
    private readonly bool _isDemanded;
    private readonly ILookup<ModelEntry, DeclaredFile> _files;
    private readonly PolicyTrust _trust;
    private readonly SignatureAsking _asking;

    /// <summary>Looks up which models it is about; asks nothing.</summary>
    public ModelSignatures(VerificationRun run)
    {
        _run = run;
        _isDemanded = run.Policy.Signatures.Require?.Value == SignatureRequirement.Always;
        _models = [.. run.Models.Models.Values.Where(model => model.Signature is not null || model.Provenance?.Attestation is not null || IsDemanded(model))];
        _files = run.Files.Where(static file => file.IsInScope).ToLookup(static file => file.Model);
        _trust = new PolicyTrust(run.Policy.Signatures);
        _asking = new SignatureAsking(run);
    }

    /// <summary>
    /// Before hashing: has the scanner judge the digests that the lock declares, while this process finds out whether the files have them.
    /// For models that have to be read; of the others nothing is won.
    /// </summary>
    public void AskAhead()
    {
        foreach (var model in _models)
        {
            var files = _files[model].ToList();
            if (!files.Exists(IsToBeRead) || !files.TrueForAll(static file => file.IsAsLarge))
                continue;

            var signed = new SignedModel(model, files, _trust.For(model), IsDemanded(model)) { Known = SignedModel.Declared(files) };
            if (model.Signature is { } signature)
                _asking.AskAhead(signed, Bundle(signed, signature.Bundle), signature.Bundle, null);
            if (model.Provenance?.Attestation is { } attestation && SignatureWork.Demand(_run.Policy.Provenance, signed) is { Files.Count: > 0 } demand)
                _asking.AskAhead(signed, Bundle(signed, attestation), attestation, demand);
        }
    }

    /// <summary>After hashing: asks once for each bundle of a model in scope; remembered answers are not asked for again.</summary>
    public void Run()
    {
        foreach (var model in _models)
        {
            // A model of which nothing has come yet is told by AbsentFiles.
            if (!_files[model].Any(static file => file.Stat is not null))
                continue;

            var files = _files[model].ToList();
            var signed = new SignedModel(model, files, _trust.For(model), IsDemanded(model)) { Known = SignedModel.Hashed(files) };
            CheckSignature(signed);
            if (model.Provenance is { Attestation: { } attestation } provenance)
                CheckAttestation(signed, attestation, provenance.Region);
        }

        _run.Findings.AddRange(_trust.Findings);
        _run.AlsoRead.UnionWith(_trust.Paths);
        _asking.Finish();
    }

    /// <summary>Ends what was asked ahead and nobody waits for any more.</summary>
    public void Dispose() => _asking.Dispose();

    private bool IsDemanded(ModelEntry model) => _isDemanded && model.Presence != Presence.Built;

    private bool IsToBeRead(DeclaredFile file) => file is { IsOpen: true, Stat: { } stat } && _run.Cache?.Find(file.OpenPath, stat.Identity) is null;

    private void CheckSignature(SignedModel signed)
    {
        var model = signed.Model;
        if (model.Signature is not { } signature)
        {
            if (signed.IsDemanded)
                _run.Report(signed.Fault(Rules.ModelNotSigned, model.Region, $"{Shown.Name(model.Name)} has no signature, which signatures.require demands; get it signed, name the bundle in 'signature' of models.lock, or use a signed model"));
            return;
        }

        var bundle = Bundle(signed, signature.Bundle);
        if (bundle.Status != HashStatus.Hashed)
        {
            _run.Report(signed.Fault(Rules.ModelNotSigned, signature.Region, $"The signature {Absence(model, signature.Bundle, bundle)}; restore it, or remove 'signature' from models.lock"));
            return;
        }

        if (signed is { IsDemanded: true, Signers.Count: 0 })
            _run.Report(Nobody(signed, signature.Region, "signatures.require"));
        if (_asking.Ask(signed, bundle, signature.Bundle, null, signature.Region) is not { } result)
            return;

        Report(signed, signature.Region, result);
        if (SignatureWork.Signer(result) is not { } signer)
            return;

        _run.Signers[model.Name] = signer;
        if (signature.Signer is { } recorded && recorded != signer)
            _run.Report(signed.Fault(Rules.SignerChanged, signature.Region, $"{Shown.Name(result.File.Name!)} is signed by {Shown.Name(signer)}, models.lock records {Shown.Name(recorded)}; make sure that the signer has changed, then run: models lock {model.Name}"));
    }

    private void CheckAttestation(SignedModel signed, string attestation, TextRegion region)
    {
        var bundle = Bundle(signed, attestation);
        if (bundle.Status != HashStatus.Hashed)
        {
            _run.Report(signed.Fault(Rules.AttestationDiffers, region, $"The attestation {Absence(signed.Model, attestation, bundle)}; restore it, or remove 'attestation' from models.lock"));
            return;
        }

        var demand = SignatureWork.Demand(_run.Policy.Provenance, signed);
        if (demand.Files.Count == 0)
            return; // none of them is the declared one, and that was said

        var isDemanded = demand.IsProvenance || _run.Policy.Provenance.Require?.Value.Contains(ProvenanceDemand.Attestation) == true;
        if (isDemanded && signed.Signers.Count == 0)
            _run.Report(Nobody(signed, region, "provenance"));
        if (_asking.Ask(signed with { IsDemanded = isDemanded }, bundle, attestation, demand, region) is { } result)
            Report(signed, region, result);
    }

    private HashOutcome Bundle(SignedModel signed, string file)
    {
        var path = DeclaredPath.Of(_run.LockFolder, signed.Model.Path, file);
        _run.AlsoRead.Add(path);
        return FileHasher.HashAll([new HashJob(path)], _run.Cache, cancellationToken: _run.Cancellation)[0];
    }

    private static string Absence(ModelEntry model, string file, HashOutcome bundle) =>
        $"{Shown.Name(PathRules.Join(model.Path, file))} of {Shown.Name(model.Name)} {(bundle.Status == HashStatus.Missing ? "is missing" : "cannot be read: " + Printable.Of(bundle.Reason))}";

    private static Finding Nobody(SignedModel signed, TextRegion region, string demand) => signed.Fault(
        Rules.SignerNotTrusted, region, $"Nobody is trusted to sign {Shown.Name(signed.Model.Name)}, and {demand} demands it; name who signs {Shown.Name(ModelPackageUrl.Of(signed.Model))} in signatures.trusted");

    private void Report(SignedModel signed, TextRegion region, ScanResult result)
    {
        _run.Evidence.Add((signed.Model.Name, result));
        foreach (var finding in SignatureFindings.Of(signed, result))
        {
            _run.Report(new Finding(finding.Rule, finding.Message)
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
