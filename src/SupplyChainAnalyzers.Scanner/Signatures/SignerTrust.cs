using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

namespace SupplyChainAnalyzers.Scanner.Signatures;

/// <summary>Whom a question trusts, ready to be asked.</summary>
internal static class SignerTrust
{
    /// <exception cref="SignatureException">A key, a certificate or a trusted root is none.</exception>
    public static IOmsTrust Of(IReadOnlyList<ExpectedSigner> signers) =>
        signers.Count == 0 ? new IntegrityTrust(BundledRoot.Value) : new AnyTrust([.. signers.SelectMany(Of)]);

    /// <exception cref="SignatureException">A file holds no public key.</exception>
    public static IEnumerable<PublicKey> Keys(ExpectedSigner signer) => signer.Keys.SelectMany(static file => Configured(() => PemText.Blocks(file, "PUBLIC KEY").Select(static der => PublicKey.FromSpki(der)).ToArray()));

    /// <exception cref="SignatureException">It is no trusted root.</exception>
    public static TrustedRoot Root(ExpectedSigner signer) => signer.TrustedRoot is { } given ? TrustedRootReader.Read(given) : BundledRoot.Value;

    public static SignerPolicy Policy(ExpectedSigner signer) => new(signer.Identity ?? "", signer.Issuer, Matcher(signer));

    private static IEnumerable<IOmsTrust> Of(ExpectedSigner signer) => signer.Method switch
    {
        SigningMethod.Key => Keys(signer).Select(static key => new KeyTrust(key)),
        SigningMethod.Certificate => [Configured(() => new CertificateTrust([.. signer.Roots.SelectMany(static file => PemText.Blocks(file, "CERTIFICATE"))], signer.CertificateMustBeValidNow ? DateTimeOffset.UtcNow : null, Matcher(signer)))],
        _ => [new KeylessTrust(Root(signer), Policy(signer))],
    };

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
