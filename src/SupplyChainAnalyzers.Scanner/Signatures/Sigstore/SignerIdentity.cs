using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using SupplyChainAnalyzers.Scanner.Signatures.Certificates;

namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>Who signed, as Fulcio certifies it: the names of the certificate, and who vouched for them (fulcio, docs/oid-info.md).</summary>
/// <param name="Names">Mail addresses, URIs and user names of the subject alternative name.</param>
/// <param name="Issuer">The OpenID Connect issuer; null when the certificate names none.</param>
internal sealed record SignerIdentity(IReadOnlyList<string> Names, string? Issuer)
{
    private const string AlternativeName = "2.5.29.17";
    private const string IssuerExtension = "1.3.6.1.4.1.57264.1.8";
    private const string OldIssuerExtension = "1.3.6.1.4.1.57264.1.1";
    private const string UserName = "1.3.6.1.4.1.57264.1.7";

    /// <exception cref="SignatureException">The extensions are damaged.</exception>
    public static SignerIdentity Of(X509Certificate2 certificate) => LeafCertificate.Reading(() => new SignerIdentity(
        LeafCertificate.Extension(certificate, AlternativeName) is { } names ? Read(names) : [],
        IssuerOf(certificate)));

    private static string? IssuerOf(X509Certificate2 certificate)
    {
        if (LeafCertificate.Extension(certificate, IssuerExtension) is { } issuer)
            return new AsnReader(issuer, AsnEncodingRules.DER).ReadCharacterString(UniversalTagNumber.UTF8String);

        // The old one holds the text without any encoding.
        return LeafCertificate.Extension(certificate, OldIssuerExtension) is { } old ? System.Text.Encoding.UTF8.GetString(old) : null;
    }

    private static List<string> Read(byte[] extension)
    {
        var found = new List<string>();
        var names = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        while (names.HasData)
        {
            switch (names.PeekTag().TagValue)
            {
                case 0:
                    var other = names.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true));
                    var kind = other.ReadObjectIdentifier();
                    var value = other.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true));
                    if (kind == UserName)
                        found.Add(value.ReadCharacterString(UniversalTagNumber.UTF8String));
                    break;
                case 1 or 6: // rfc822Name, uniformResourceIdentifier
                    found.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, names.PeekTag()));
                    break;
                default:
                    names.ReadEncodedValue();
                    break;
            }
        }

        return found;
    }
}
