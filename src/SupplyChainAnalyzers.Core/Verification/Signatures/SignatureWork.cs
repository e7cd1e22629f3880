using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification.Signatures;

/// <summary>Puts the question about a lock's model to the scanner: for verification and for writing the lock alike.</summary>
internal static class SignatureWork
{
    private const double SlowestHash = 16 << 20; // bytes a second, where the scanner has to read the model itself

    /// <summary>The question about one bundle of a model of a lock.</summary>
    /// <param name="lockFolder">Absolute.</param>
    /// <param name="model">The model.</param>
    /// <param name="bundle">The bundle, hashed.</param>
    /// <param name="name">The bundle's path relative to the model's folder.</param>
    /// <param name="known">What was hashed of its files.</param>
    /// <param name="isShared">Whether others keep files in the model's folder.</param>
    /// <param name="signers">Whom the policy trusts for it.</param>
    public static SignatureQuestion Question(string lockFolder, ModelEntry model, HashOutcome bundle, string name, IReadOnlyList<KnownFile> known, bool isShared, IReadOnlyList<ExpectedSigner> signers) => new()
    {
        Bundle = bundle.Path,
        BundleSha256 = bundle.Sha256,
        Name = PathRules.Join(model.Path, name),
        Model = DeclaredPath.Folder(lockFolder, model.Path),
        Signers = signers,
        Known = known,
        IsOnlyKnown = isShared,

        // What no walk of a model's folder enters; and the attestation, which has a signature of its own, mostly a later one.
        IgnoredPaths = [.. FolderWalk.NotEntered, .. model.Provenance?.Attestation is { } attestation ? [attestation] : Array.Empty<string>()],
    };

    /// <summary>What the policy demands of an attestation: it must be about every model among the files, or about all where none is one by its format.</summary>
    public static AttestationDemand Demand(ProvenancePolicy policy, SignedModel signed)
    {
        var models = signed.Files.Where(static file => ModelFormats.Find(file.Entry.Format) is { IsModel: true } or { RunsCode: true }).ToList();
        return new AttestationDemand
        {
            Files = [.. (models.Count > 0 ? models : signed.Files).Where(static file => file.IsOpen).Select(static file => file.Entry.Path)],
            Builders = Texts(policy.Builders),
            Sources = Texts(policy.Sources),
            Parameters = Texts(policy.Parameters),
            Dependencies = Texts(policy.Dependencies),
        };
    }

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

    private static List<string>? Texts(Setting<IReadOnlyList<PolicyPattern>>? patterns) => patterns?.Value.Select(static pattern => pattern.Text).ToList();
}
