using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Makes time stamps as an authority does (RFC 3161, RFC 5652), over any signature and for any time.</summary>
internal sealed class TestStamp((X509Certificate2 Certificate, ECDsa Key) signer, DateTimeOffset time)
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string StampType = "1.2.840.113549.1.9.16.1.4";
    private static readonly Asn1Tag Tag0 = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>Certificates that come along, beside the signer's.</summary>
    public IReadOnlyList<X509Certificate2> Others { get; init; } = [];

    /// <summary>Stamped instead of the signature.</summary>
    public byte[]? Stamped { get; init; }

    /// <summary>Puts the stamp of its signature into a bundle.</summary>
    public void AddTo(JsonObject bundle)
    {
        var signature = Convert.FromBase64String(bundle["dsseEnvelope"]!["signatures"]![0]!["sig"]!.GetValue<string>());
        bundle["verificationMaterial"]!["timestampVerificationData"] = new JsonObject { ["rfc3161Timestamps"] = new JsonArray(new JsonObject { ["signedTimestamp"] = Convert.ToBase64String(Token(Stamped ?? signature)) }) };
    }

    private byte[] Token(byte[] signature)
    {
        var info = Info(signature);
        var attributes = Attributes(info);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Tag0))
            using (writer.PushSequence())
            {
                writer.WriteInteger(3);
                using (writer.PushSetOf())
                    Algorithm(writer, Sha256);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(StampType);
                    using (writer.PushSequence(Tag0))
                        writer.WriteOctetString(info);
                }

                using (writer.PushSetOf(Tag0))
                {
                    foreach (var certificate in Others.Prepend(signer.Certificate))
                        writer.WriteEncodedValue(certificate.RawData);
                }

                using (writer.PushSetOf())
                    Signer(writer, attributes);
            }
        }

        return writer.Encode();
    }

    private byte[] Info(byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier("1.2.3.4"); // the authority's own rules
            using (writer.PushSequence())
            {
                Algorithm(writer, Sha256);
                writer.WriteOctetString(SHA256.HashData(signature));
            }

            writer.WriteInteger(1);
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }

        return writer.Encode();
    }

    private byte[] Attributes(byte[] info)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, "1.2.840.113549.1.9.3", static value => value.WriteObjectIdentifier(StampType));
            Attribute(writer, "1.2.840.113549.1.9.4", value => value.WriteOctetString(SHA256.HashData(info)));
            Attribute(writer, "1.2.840.113549.1.9.16.2.47", value =>
            {
                using (value.PushSequence())
                using (value.PushSequence())
                using (value.PushSequence())
                    value.WriteOctetString(SHA256.HashData(signer.Certificate.RawData));
            });
        }

        return writer.Encode();
    }

    private void Signer(AsnWriter writer, byte[] attributes)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(signer.Certificate.IssuerName.RawData);
                writer.WriteInteger(signer.Certificate.SerialNumberBytes.Span);
            }

            Algorithm(writer, Sha256);
            byte[] tagged = [0xA0, .. attributes[1..]];
            writer.WriteEncodedValue(tagged);
            Algorithm(writer, "1.2.840.10045.4.3.2"); // ecdsa-with-SHA256
            writer.WriteOctetString(signer.Key.SignData(attributes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
    }

    private static void Attribute(AsnWriter writer, string type, Action<AsnWriter> value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
                value(writer);
        }
    }

    private static void Algorithm(AsnWriter writer, string identifier)
    {
        using (writer.PushSequence())
            writer.WriteObjectIdentifier(identifier);
    }
}
