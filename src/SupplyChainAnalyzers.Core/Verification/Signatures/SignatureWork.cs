using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Signatures;

namespace SupplyChainAnalyzers.Core.Verification.Signatures;

/// <summary>Puts the question about a lock's model to the scanner: for verification and for writing the lock alike.</summary>
internal static class SignatureWork
{
    private const double SlowestHash = 16 << 20; // bytes a second, where the scanner has to read the model itself

    /// <summary>The question about one model of a lock.</summary>
    /// <param name="lockFolder">Absolute.</param>
    /// <param name="model">It has a signature.</param>
    /// <param name="bundle">The bundle, hashed.</param>
    /// <param name="known">What was hashed of its files.</param>
    /// <param name="isShared">Whether others keep files in the model's folder.</param>
    /// <param name="signers">Whom the policy trusts for it.</param>
    public static SignatureQuestion Question(string lockFolder, ModelEntry model, HashOutcome bundle, IReadOnlyList<KnownFile> known, bool isShared, IReadOnlyList<ExpectedSigner> signers) => new()
    {
        Bundle = bundle.Path,
        BundleSha256 = bundle.Sha256,
        Name = PathRules.Join(model.Path, model.Signature!.Bundle),
        Model = DeclaredPath.Folder(lockFolder, model.Path),
        Signers = signers,
        Known = known,
        IsOnlyKnown = isShared,
    };

    /// <summary>The scanner's answer. It gets time to read the model once more, for digests that nobody has computed yet.</summary>
    public static ScanResult Ask(SignatureQuestion question, ScannerOptions options, CancellationToken cancellation)
    {
        var reading = TimeSpan.FromSeconds(question.Known.Sum(static file => (double)file.Size) / SlowestHash);
        return ScannerClient.VerifySignature(question, options with { FileTimeout = options.FileTimeout + reading, Timeout = options.Timeout + reading }, cancellation);
    }

    /// <summary>The signer as models.lock records him; null unless a trusted one has signed exactly this model.</summary>
    public static string? Signer(ScanResult result) =>
        result.Answered && result.Findings.All(static finding => finding.Rule.DefaultLevel < Findings.Level.Error)
            ? result.Listing.FirstOrDefault(static line => line.Section == SignatureListing.Recorded)?.Text
            : null;
}
