using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification.Signatures;

/// <summary>Puts the answers of one run together for people, a model after the other.</summary>
internal static class EvidenceReader
{
    /// <summary>Every model that was looked at, in the lock's order, also those that nobody has signed.</summary>
    public static IReadOnlyList<ModelEvidence> Of(VerificationRun run)
    {
        var answers = run.Evidence.ToLookup(static answer => answer.Model, static answer => answer.Result);
        return
        [
            .. run.Files.Where(static file => file.IsInScope).Select(static file => file.Model).Distinct()
                .Select(model => new ModelEvidence(model.Name, ModelPackageUrl.WithVersion(model), [.. answers[model.Name].Select(result => Of(model, result))])),
        ];
    }

    private static BundleEvidence Of(ModelEntry model, ScanResult result)
    {
        var state = !result.Answered || result.Findings.Any(static finding => finding.Rule.DefaultLevel == Level.Error) ? EvidenceState.Refused
            : result.Findings.Any(static finding => finding.Rule == Rules.SignerUnknown) ? EvidenceState.Intact
            : EvidenceState.Trusted;
        var facts = result.Listing.Where(static line => line.Section == SignatureListing.Signer).Select(static line => Fact(line.Text)).ToList();
        var attestation = model.Provenance?.Attestation;
        return new BundleEvidence(Printable.Path(result.File.Name), attestation is not null && result.File.Name == PathRules.Join(model.Path, attestation), state, facts);
    }

    private static KeyValuePair<string, string> Fact(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? new(line.Substring(0, colon), line.Substring(colon + 2)) : new(line, "");
}
