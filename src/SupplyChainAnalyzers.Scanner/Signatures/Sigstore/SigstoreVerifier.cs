using System.Security.Cryptography.X509Certificates;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Certificates;
using SupplyChainAnalyzers.Scanner.Signatures.Timestamps;

namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>
/// Verifies a keyless signature offline against a trusted root, in the order of the client specification (sigstore,
/// Client Spec §4): time, chain, certificate log, identity, transparency log, signature, and that the log speaks of it.
/// </summary>
internal sealed class SigstoreVerifier(TrustedRoot root)
{
    private readonly LogVerifier _logs = new(root);
    private readonly TimestampVerifier _timestamps = new(root.TimestampAuthorities);

    /// <param name="bundle">The bundle.</param>
    /// <param name="artifactDigest">SHA-256 of the artifact; null when the bundle holds an envelope.</param>
    /// <param name="signer">Who must have signed.</param>
    /// <exception cref="SignatureException">It is not proven; says why.</exception>
    public VerifiedSigner Verify(SigstoreBundle bundle, byte[]? artifactDigest, SignerPolicy signer)
    {
        if (bundle.IsKey)
            throw new SignatureException(SignatureFault.WrongMethod, "is signed with a bare key, where a keyless signature (certificate, log entry) is demanded");
        if (bundle.LogEntries.Count == 0)
            throw new SignatureException(SignatureFault.NotLogged, "has no entry of a transparency log");

        using var leaf = LeafCertificate.Load(bundle.Certificates[0]);
        var times = Times(bundle);
        var chain = times.ConvertAll(time => Chain(bundle, leaf, time))[0];

        CheckUsage(leaf);
        var identity = SignerIdentity.Of(leaf);
        if (!signer.Accepts(identity))
            throw new SignatureException(SignatureFault.WrongIdentity, $"is signed by {Shown(identity)}, not by {Printable.Of(signer.Identity)}{(signer.Issuer is null ? "" : " as vouched for by " + Printable.Of(signer.Issuer))}");

        CheckSignature(bundle, leaf, artifactDigest);
        foreach (var entry in bundle.LogEntries)
            LogBody.Match(entry, bundle, leaf.RawData, isKey: false, artifactDigest);

        var first = bundle.LogEntries[0];
        return new VerifiedSigner("sigstore", identity.Names[0], identity.Issuer, times.Min(), first.LogIndex, LogName(first)) { Details = [ChainWords.Validity(leaf), ChainWords.Chain(chain)] };
    }

    /// <summary>Verifies the log entries and time stamps of a bundle that was signed with a bare key.</summary>
    /// <exception cref="SignatureException">What is there does not hold.</exception>
    public void VerifyLogged(SigstoreBundle bundle, byte[] keySpki, byte[]? artifactDigest)
    {
        _timestamps.VerifyAll(bundle);
        foreach (var entry in bundle.LogEntries)
        {
            _logs.Verify(entry, bundle.Version);
            LogBody.Match(entry, bundle, keySpki, isKey: true, artifactDigest);
        }
    }

    // Every time that is told must be proven and lie within the certificate's validity; at least one there must be.
    private List<DateTimeOffset> Times(SigstoreBundle bundle)
    {
        var times = _timestamps.VerifyAll(bundle);
        foreach (var entry in bundle.LogEntries)
        {
            if (_logs.Verify(entry, bundle.Version) is { } time && entry is { Kind: "dsse" or "hashedrekord", Version: "0.0.1" } or { Kind: "intoto", Version: "0.0.2" })
                times.Add(time);
        }

        return times.Count > 0 ? times : throw new SignatureException(SignatureFault.Expired, "proves no time: neither a time stamp nor a log entry with a promise");
    }

    private IReadOnlyList<byte[]> Chain(SigstoreBundle bundle, X509Certificate2 leaf, DateTimeOffset time)
    {
        if (!LeafCertificate.IsValidAt(leaf, time))
            throw new SignatureException(SignatureFault.Expired, FormattableString.Invariant($"was made at {time:u}, when its certificate was not valid ({leaf.NotBefore.ToUniversalTime():u} to {leaf.NotAfter.ToUniversalTime():u})"));

        foreach (var authority in root.CertificateAuthorities.Where(authority => authority.Valid.Contains(time)))
        {
            using var anchor = LeafCertificate.Load(authority.Certificates[^1]);
            // A bundle may bring intermediates; a root it must not bring.
            var brought = bundle.Certificates.Skip(1).Select(LeafCertificate.Load).ToArray();
            if (brought.Any(static certificate => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)))
                throw ProtoJson.Malformed("it brings a root certificate, which only the verifier may name");

            var known = authority.Certificates.Take(authority.Certificates.Count - 1).Select(LeafCertificate.Load);
            if (CertificateChain.Build(leaf, [anchor], known.Concat(brought), time) is not { Count: > 1 } chain)
                continue;

            if (!CertificateTimestamps.AreValid(leaf, chain[1], root))
                throw new SignatureException(SignatureFault.NotLogged, "has a certificate that no trusted log of certificates has seen");
            return chain;
        }

        throw new SignatureException(SignatureFault.Untrusted, "has a certificate that chains to no authority which the trusted root names for its time");
    }

    private static void CheckUsage(X509Certificate2 leaf)
    {
        if (!LeafCertificate.MaySign(leaf) || !LeafCertificate.IsForCode(leaf))
            throw new SignatureException(SignatureFault.Untrusted, "has a certificate that is not made for signing code");
    }

    private static void CheckSignature(SigstoreBundle bundle, X509Certificate2 leaf, byte[]? artifactDigest)
    {
        var key = LeafCertificate.Key(leaf);
        if (!SignatureCheck.IsValid(bundle, key, artifactDigest))
            throw new SignatureException(SignatureFault.Invalid, "does not belong to what it is said to sign");
    }

    private string LogName(LogEntry entry) => root.Logs.First(log => log.KeyId.AsSpan().SequenceEqual(entry.LogId)).Origin;

    private static string Shown(SignerIdentity identity) =>
        $"{(identity.Names.Count == 0 ? "nobody" : string.Join(", ", identity.Names.Take(3).Select(static name => Printable.Of(name))))} as vouched for by {Printable.Of(identity.Issuer ?? "nobody")}";
}
