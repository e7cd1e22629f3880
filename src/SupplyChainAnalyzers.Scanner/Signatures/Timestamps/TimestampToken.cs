using System.Formats.Asn1;
using System.Security.Cryptography;

namespace SupplyChainAnalyzers.Scanner.Signatures.Timestamps;

/// <summary>
/// A time-stamp token (RFC 3161): signed data (RFC 5652) around the statement that some digest existed at some time. Reads what
/// verification needs; the platform has no reader for it.
/// </summary>
internal sealed record TimestampToken
{
    private const string SignedDataType = "1.2.840.113549.1.7.2";
    private const string StampType = "1.2.840.113549.1.9.16.1.4";
    private const int MaxCertificates = 16;
    private static readonly Asn1Tag Tag0 = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Tag1 = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <summary>The stamped statement, DER.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Certificates that came along, DER. None is trusted for that.</summary>
    public required IReadOnlyList<byte[]> Certificates { get; init; }

    /// <summary>The only signer.</summary>
    public required TimestampSigner Signer { get; init; }

    /// <summary>Object identifier of the digest that was stamped.</summary>
    public required string ImprintAlgorithm { get; init; }

    /// <summary>The digest that was stamped.</summary>
    public required byte[] Imprint { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Reads a token, or a response of a time stamp authority with a token in it.</summary>
    /// <exception cref="SignatureException">It is neither.</exception>
    public static TimestampToken Read(byte[] der)
    {
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.BER);
            var outer = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            if (outer.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
            {
                var status = outer.ReadSequence().ReadInteger();
                if (status > 1)
                    throw Damaged("the authority refused it");
                outer = outer.ReadSequence();
            }

            if (outer.ReadObjectIdentifier() != SignedDataType)
                throw Damaged("it is no signed data");

            return SignedData(outer.ReadSequence(Tag0).ReadSequence());
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            throw Damaged(e.Message);
        }
    }

    private static TimestampToken SignedData(AsnReader data)
    {
        data.ReadInteger();
        data.ReadSetOf();
        var content = data.ReadSequence();
        if (content.ReadObjectIdentifier() != StampType)
            throw Damaged("it is no time stamp");

        var stamp = content.ReadSequence(Tag0).ReadOctetString();
        var certificates = new List<byte[]>();
        if (data.PeekTag().HasSameClassAndValue(Tag0))
        {
            var set = data.ReadSetOf(skipSortOrderValidation: true, Tag0);
            while (set.HasData && certificates.Count < MaxCertificates)
                certificates.Add(set.ReadEncodedValue().ToArray());
        }

        if (data.PeekTag().HasSameClassAndValue(Tag1))
            data.ReadEncodedValue();

        var signers = data.ReadSetOf(skipSortOrderValidation: true);
        var signer = TimestampSigner.Read(signers.ReadSequence());
        signers.ThrowIfNotEmpty();

        var info = new AsnReader(stamp, AsnEncodingRules.DER).ReadSequence();
        info.ReadInteger();
        info.ReadObjectIdentifier();
        var imprint = info.ReadSequence();
        var algorithm = imprint.ReadSequence().ReadObjectIdentifier();
        var digest = imprint.ReadOctetString();
        info.ReadInteger();
        return new TimestampToken { Content = stamp, Certificates = certificates, Signer = signer, ImprintAlgorithm = algorithm, Imprint = digest, Time = info.ReadGeneralizedTime() };
    }

    internal static SignatureException Damaged(string reason) => new(SignatureFault.Malformed, "its time stamp is damaged: " + reason);
}
