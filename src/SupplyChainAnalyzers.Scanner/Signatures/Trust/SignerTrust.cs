using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Certificates;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;
using SupplyChainAnalyzers.Scanner.Signatures.Timestamps;

namespace SupplyChainAnalyzers.Scanner.Signatures.Trust;

/// <summary>Whom a question trusts, ready to be asked.</summary>
internal static class SignerTrust
{
    /// <param name="signers">One of them is enough; none asks for integrity only.</param>
    /// <param name="comparesHints">Whether a bundle's hint at its key must be as model signing writes it; other tools write others.</param>
    /// <exception cref="SignatureException">A key, a certificate or a trusted root is none.</exception>
    public static ISignerTrust Of(IReadOnlyList<ExpectedSigner> signers, bool comparesHints = true) =>
        signers.Count == 0 ? new IntegrityTrust(BundledRoot.Value) : new AnyTrust([.. signers.SelectMany(signer => Of(signer, comparesHints))]);

    private static IEnumerable<PublicKey> Keys(ExpectedSigner signer) => signer.Keys.SelectMany(static file => Configured(() => PemText.Blocks(file, "PUBLIC KEY").Select(static der => PublicKey.FromSpki(der)).ToArray()));

    private static TrustedRoot? Root(ExpectedSigner signer) => signer.TrustedRoot is { } given ? TrustedRootReader.Read(given) : null;

    private static IEnumerable<ISignerTrust> Of(ExpectedSigner signer, bool comparesHints) => signer.Method switch
    {
        SigningMethod.Key => Keys(signer).Select(key => new KeyTrust(key, Root(signer), comparesHints)),
        SigningMethod.Certificate => [Configured(() => new CertificateTrust([.. signer.Roots.SelectMany(static file => PemText.Blocks(file, "CERTIFICATE"))], signer.CertificateMustBeValidNow ? DateTimeOffset.UtcNow : null, Matcher(signer), Stamps(signer)))],
        _ => [new KeylessTrust(Root(signer), new SignerPolicy(signer.Identity ?? "", signer.Issuer, Matcher(signer)))],
    };

    // A certificate says itself from when to when it counts.
    private static TimestampVerifier? Stamps(ExpectedSigner signer) => signer.TimestampRoots.Count == 0
        ? null
        : new TimestampVerifier([.. signer.TimestampRoots.Select(static file => new TrustedAuthority("", Loaded(PemText.Blocks(file, "CERTIFICATE")), new ValidityPeriod(DateTimeOffset.MinValue, null)))], takesIntermediates: true);

    private static IReadOnlyList<byte[]> Loaded(IReadOnlyList<byte[]> certificates)
    {
        foreach (var der in certificates)
            LeafCertificate.Load(der).Dispose();
        return certificates;
    }

    private static Func<string, bool>? Matcher(ExpectedSigner signer) => signer switch
    {
        { Identity: null } => null,
        { IdentityIsPattern: true } => new Glob(signer.Identity).IsMatch,
        _ => name => name == signer.Identity,
    };

    // What the verifier brings is his to mend; it says nothing about the signature.
    private static T Configured<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SignatureException e)
        {
            throw new SignatureException(SignatureFault.Configuration, e.Message);
        }
    }
}
