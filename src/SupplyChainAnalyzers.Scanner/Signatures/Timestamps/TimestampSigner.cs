using System.Formats.Asn1;

namespace SupplyChainAnalyzers.Scanner.Signatures.Timestamps;

/// <summary>Who signed a time stamp and over what: the signer information of RFC 5652 §5.3.</summary>
internal sealed record TimestampSigner
{
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningCertificate = "1.2.840.113549.1.9.16.2.12";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string StampType = "1.2.840.113549.1.9.16.1.4";
    private static readonly Asn1Tag Tag0 = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>Object identifier of the digest.</summary>
    public required string DigestAlgorithm { get; init; }

    /// <summary>The signed attributes, encoded as the set they were signed as.</summary>
    public required byte[] SignedAttributes { get; init; }

    /// <summary>Digest of the content, by the signed attributes.</summary>
    public required byte[] ContentDigest { get; init; }

    /// <summary>Digest of the signer's certificate, by the signed attributes (RFC 5035).</summary>
    public required byte[] CertificateDigest { get; init; }

    /// <summary>Object identifier of the digest of the certificate.</summary>
    public required string CertificateDigestAlgorithm { get; init; }

    /// <summary>The signature.</summary>
    public required byte[] Signature { get; init; }

    public static TimestampSigner Read(AsnReader signer)
    {
        signer.ReadInteger();
        signer.ReadEncodedValue(); // issuer and serial number, or key identifier: the digest of the certificate is stricter
        var digest = signer.ReadSequence().ReadObjectIdentifier();
        if (!signer.PeekTag().HasSameClassAndValue(Tag0))
            throw TimestampToken.Damaged("it has no signed attributes");

        var encoded = signer.ReadEncodedValue().ToArray();
        signer.ReadEncodedValue(); // signature algorithm: the key decides
        var signature = signer.ReadOctetString();
        encoded[0] = 0x31; // RFC 5652 §5.4: signed as SET OF, not under the implicit tag
        return Attributes(new TimestampSigner
        {
            DigestAlgorithm = digest,
            SignedAttributes = encoded,
            Signature = signature,
            ContentDigest = [],
            CertificateDigest = [],
            CertificateDigestAlgorithm = "",
        });
    }

    private static TimestampSigner Attributes(TimestampSigner signer)
    {
        var isStamp = false;
        var attributes = new AsnReader(signer.SignedAttributes, AsnEncodingRules.BER).ReadSetOf(skipSortOrderValidation: true);
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            var type = attribute.ReadObjectIdentifier();
            var values = attribute.ReadSetOf(skipSortOrderValidation: true);
            switch (type)
            {
                case ContentType:
                    isStamp = values.ReadObjectIdentifier() == StampType;
                    break;
                case MessageDigest:
                    signer = signer with { ContentDigest = values.ReadOctetString() };
                    break;
                case SigningCertificate:
                    signer = signer with { CertificateDigest = values.ReadSequence().ReadSequence().ReadSequence().ReadOctetString(), CertificateDigestAlgorithm = DigestNames.Sha1 };
                    break;
                case SigningCertificateV2:
                    signer = Version2(signer, values.ReadSequence().ReadSequence().ReadSequence());
                    break;
            }
        }

        return isStamp && signer.ContentDigest.Length > 0 && signer.CertificateDigest.Length > 0
            ? signer
            : throw TimestampToken.Damaged("its signed attributes lack the content's type, its digest or the signer's certificate");
    }

    // ESSCertIDv2: the algorithm is left out when it is SHA-256.
    private static TimestampSigner Version2(TimestampSigner signer, AsnReader id)
    {
        var algorithm = id.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? id.ReadSequence().ReadObjectIdentifier() : DigestNames.Sha256;
        return signer with { CertificateDigest = id.ReadOctetString(), CertificateDigestAlgorithm = algorithm };
    }
}
