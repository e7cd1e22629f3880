using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Provenance;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Jobs;

/// <summary>Verifies one signature or attestation. Its result is about the bundle; what was found out about the signer is listed.</summary>
internal sealed class SignatureJob(string nonce, SignatureQuestion question, Action<ListingLine> list, Action<long> progress)
{
    private const int MaxBundle = 64 << 20;
    private const int ShownPaths = 5;
    private const int MaxUncovered = 1000;

    private readonly List<ReportedFinding> _findings = [];

    public ScanEvent Run()
    {
        try
        {
            using var model = Model();
            using var file = new HashedFile(InputFile.Open(question.Bundle));
            if (file.Length > MaxBundle)
                return Refused($"is larger than a bundle may be ({MaxBundle >> 20} MiB)");

            var bundle = file.ReadBytes(0, (int)file.Length, "the bundle");
            Verify(bundle, model);
            return new ScanEvent.Result(nonce, 0, file.Finish(), file.Length, ModelFormats.Json, _findings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused("or its model could not be read: " + e.Message);
        }
    }

    // It is read while the bundle is judged; where the caller knows digests already, there is little to read.
    private DiskModel Model()
    {
        var model = new DiskModel(question.Model, question.Known, question.IsOnlyKnown, new ReadingSteps(progress));
        IReadOnlyList<string> ignored = [OwnPath, .. OmsComparison.HubPaths, .. question.IgnoredPaths];
        if (question.Known.Count == 0)
            model.HashAhead(path => !OmsPaths.IsWithin(path, ignored));
        return model;
    }

    private string OwnPath => Path.GetRelativePath(question.Model, question.Bundle).Replace(Path.DirectorySeparatorChar, '/');

    private void Verify(byte[] bundle, DiskModel model)
    {
        try
        {
            if (question.Attestation is { } demand)
                VerifyAttestation(bundle, demand, model);
            else
                VerifySignature(bundle, model);
        }
        catch (SignatureException e)
        {
            Add(RuleOf(e.Fault), e.Fault == SignatureFault.Configuration ? "cannot be verified with what is trusted: " + e.Message : e.Message);
        }
    }

    private void VerifySignature(byte[] file, DiskModel model)
    {
        // First: a trusted key that is none is for the caller to mend, whatever the bundle turns out to be.
        var trust = SignerTrust.Of(question.Signers);
        var bundle = OtherForms.Read(file);
        var options = new OmsOptions
        {
            IgnoredPaths = question.IgnoredPaths,
            OwnPath = OwnPath,
            IgnoreUnsignedFiles = question.IgnoreUnsignedFiles,
            AllowLinks = question.AllowLinks,
            AllowLegacy = question.AllowLegacy,
        };
        if (bundle.Message is not null)
        {
            var notes = new List<string>();
            var signer = FileVerifier.Verify(bundle, SignerTrust.Of(question.Signers, comparesHints: false), model, options.OwnPath, notes);
            Tell(signer, SignerFacts.Of(signer).Append(SignerFacts.OneFile), notes);
            return;
        }

        var result = OmsVerifier.Verify(bundle, trust, model, options);
        Tell(result.Signer, SignerFacts.Of(result.Signer).Concat(SignerFacts.Of(result.Manifest)), result.Notes);
        NotCovered(result.Unverified);
        foreach (var difference in result.Differences.Take(Wire.MaxFindings - 2))
            Add(Rules.SignedModelDiffers, Words(difference), difference.Path);
    }

    private void VerifyAttestation(byte[] bundle, AttestationDemand demand, DiskModel model)
    {
        var result = new AttestationVerifier(SignerTrust.Of(question.Signers, comparesHints: false), demand).Verify(bundle, model);
        Tell(result.Signer, SignerFacts.Of(result.Signer).Concat(SignerFacts.Of(result)), []);
        foreach (var file in result.Uncovered.Take(Wire.MaxFindings - 2))
            Add(Rules.AttestationDiffers, $"is not about '{Printable.Path(file)}': none of its subjects has the digest of this file; get the attestation of this build", file);
    }

    private void Tell(VerifiedSigner signer, IEnumerable<(string Name, string Value)> facts, IReadOnlyList<string> notes)
    {
        foreach (var (name, value) in facts)
            list(new ListingLine(SignatureListing.Signer, Short($"{name}: {value}")));
        foreach (var note in notes)
            list(new ListingLine(SignatureListing.Signer, "note: it " + note));
        if (question.Signers.Count == 0)
            Add(Rules.SignerUnknown, $"is intact, and {(signer.IsProven ? $"{Printable.Of(signer.Name)} has made it" : "who has made it is not proven")}; nobody is trusted for this model: name the signer in signatures.trusted of the policy");
        else
            list(new ListingLine(SignatureListing.Recorded, signer.Recorded));
        if (signer.ValidUntil is { } end)
            Add(Rules.CertificateExpiresSoon, FormattableString.Invariant($"counts until {end:u}, when its certificate expires; ask for a signature with a newer certificate, or one with a time stamp and name its authority in timestampRoots (--timestamp-trust)"));
    }

    private void NotCovered(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
            return;

        foreach (var path in paths.Take(MaxUncovered))
            list(new ListingLine(SignatureListing.Uncovered, Printable.Path(path), path.Length <= Wire.MaxMember ? path : path[..Wire.MaxMember]));
        var shown = string.Join(", ", paths.Take(ShownPaths).Select(static path => Printable.Path(path)));
        Add(Rules.FilesNotSigned, $"does not cover {paths.Count} file(s) that lie in the model: {shown}{(paths.Count > ShownPaths ? " …" : "")}");
    }

    private void Add(Rule rule, string message, string? member = null) =>
        _findings.Add(new ReportedFinding(rule, rule.Severity, message.Length <= Wire.MaxMessage ? message : message[..Wire.MaxMessage], member));

    private ScanEvent.Refused Refused(string message) => new(nonce, 0, new ReportedFinding(Rules.FileUnreadable, Rules.FileUnreadable.Severity, message.Length <= Wire.MaxMessage ? message : message[..Wire.MaxMessage]));

    private static string Short(string text) => text.Length <= Wire.MaxListed ? text : text[..Wire.MaxListed];

    private static string Words(OmsDifference difference) => difference.Kind switch
    {
        OmsDifferenceKind.Missing => $"covers '{Printable.Path(difference.Path)}', which is missing; restore the model",
        OmsDifferenceKind.Extra => $"does not cover '{Printable.Path(difference.Path)}'; remove the file, or have the model signed anew",
        OmsDifferenceKind.Changed => $"covers '{Printable.Path(difference.Path)}' with other content; restore the file",
        OmsDifferenceKind.Link => $"cannot cover '{Printable.Path(difference.Path)}', a link; put the file in its place, or allow links",
        _ => $"cannot cover '{Printable.Path(difference.Path)}', which cannot be read as a file; remove it",
    };

    private static Rule RuleOf(SignatureFault fault) => fault switch
    {
        SignatureFault.Invalid => Rules.SignatureInvalid,
        SignatureFault.Untrusted => Rules.SignerNotTrusted,
        SignatureFault.Configuration => Rules.TrustUnusable,
        SignatureFault.WrongIdentity => Rules.SignerDiffers,
        SignatureFault.Expired => Rules.SignatureExpired,
        SignatureFault.NotLogged => Rules.SignatureNotLogged,
        SignatureFault.ContentDiffers => Rules.SignedModelDiffers,
        SignatureFault.Provenance => Rules.ProvenanceRefused,
        SignatureFault.WrongMethod => Rules.SignatureMethodDiffers,
        _ => Rules.SignatureMalformed,
    };
}
