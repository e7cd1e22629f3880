using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification;
using SupplyChainAnalyzers.Core.Verification.Checks;

namespace SupplyChainAnalyzers.Core.Locking.Assembly;

/// <summary>
/// Writes down who has signed a model, after the very check that will run on the lock, with the digests just computed. Where nobody can be
/// proven (no policy, no scanner), what was recorded of the same files and bundle stays.
/// </summary>
internal sealed class RecordedSigners(string lockFolder, LockOptions options, LockFindings findings, CancellationToken cancellation)
{
    /// <summary>The same entries, with their signers.</summary>
    /// <param name="entries">All entries of the new lock.</param>
    /// <param name="isTouched">Which ones were looked at; of the others the lock knows as before.</param>
    /// <param name="before">The lock before.</param>
    public IReadOnlyList<ModelEntry> In(IReadOnlyList<ModelEntry> entries, Func<ModelEntry, bool> isTouched, ModelsLock before)
    {
        var signed = entries.Where(entry => entry.Signature is not null && isTouched(entry)).ToList();
        if (signed.Count == 0)
            return entries;

        var signers = Verify(entries, signed);
        return [.. entries.Select(entry => signed.Contains(entry) ? entry with { Signature = Fact(entry, signers, before) } : entry)];
    }

    private SignatureFact Fact(ModelEntry entry, Dictionary<string, string> signers, ModelsLock before)
    {
        before.Models.TryGetValue(entry.Name, out var old);
        var recorded = old?.Signature?.Signer;
        if (!signers.TryGetValue(entry.Name, out var signer))
            signer = old?.TreeHash == entry.TreeHash && old?.Signature?.Bundle == entry.Signature!.Bundle ? recorded : null;
        else if (recorded is not null && recorded != signer)
            findings.Warn(new Finding(Rules.SignerChanged, $"{Printable.Of(entry.Name)} is signed by '{Printable.Of(signer)}' now, models.lock recorded '{Printable.Of(recorded)}'; make sure of it before you keep this lock") { Model = entry.Name });

        return new SignatureFact { Type = entry.Signature!.Type, Bundle = entry.Signature.Bundle, Signer = signer };
    }

    private Dictionary<string, string> Verify(IReadOnlyList<ModelEntry> entries, List<ModelEntry> signed)
    {
        var request = new VerificationRequest { LockPath = Path.Combine(lockFolder, ModelsLock.FileName), PolicyPath = options.PolicyPath, Scanner = options.Scanner };
        var faults = new List<Finding>();
        var policy = PolicyInForce.Read(request, faults);
        var models = new ModelsLock { Models = new OrdinalMap<ModelEntry>([.. entries.Select(entry => new KeyValuePair<string, ModelEntry>(entry.Name, entry with { Signature = signed.Contains(entry) ? Unsigned(entry.Signature!) : null }))]) };
        var run = new VerificationRun(request, models, () => policy.Policy, cancellation);
        FolderListing.Run(run);
        foreach (var file in run.Files)
        {
            file.Sha256 = file.Entry.Sha256;
            file.Stat = FileStat.Of(file.FullPath);
            file.IsOpen = true;
        }

        using var signatures = new ModelSignatures(run);
        signatures.Run();
        foreach (var finding in faults.Where(static fault => fault.Rule.IsAboutInput && fault.Rule.IsIntegrity).Concat(run.Findings.Where(static finding => finding.Rule != Rules.ModelNotSigned)))
        {
            if (finding.Rule.DefaultLevel > Level.Message)
                findings.Warn(finding);
            else
                findings.Add(finding);
        }

        return run.Signers;
    }

    // Who signed before is compared here, not there: the lock that names him is being replaced.
    private static SignatureFact Unsigned(SignatureFact signature) => new() { Type = signature.Type, Bundle = signature.Bundle };
}
