using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SupplyChainAnalyzers.Scanner.Signatures.Certificates;

namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>
/// Signed certificate timestamps within a certificate (RFC 6962 §3.2, §3.3): a log of certificates has seen it before it was
/// issued. What the log signed is the certificate's body without this extension.
/// </summary>
internal static class CertificateTimestamps
{
    private const string ListExtension = "1.3.6.1.4.1.11129.2.4.2";
    private const int MaxTimestamps = 16;

    /// <summary>Whether a log of the trusted root has signed at least one of them, while its key was in use.</summary>
    public static bool AreValid(X509Certificate2 leaf, byte[] issuer, TrustedRoot root)
    {
        if (LeafCertificate.Extension(leaf, ListExtension) is not { } extension)
            return false;

        return LeafCertificate.Reading(() =>
        {
            var list = new AsnReader(extension, AsnEncodingRules.DER).ReadOctetString();
            var body = BodyWithoutList(leaf.RawData);
            using var issuerCertificate = LeafCertificate.Load(issuer);
            var issuerKey = SHA256.HashData(issuerCertificate.PublicKey.ExportSubjectPublicKeyInfo());
            return Split(list).Any(timestamp => IsValid(timestamp, body, issuerKey, root));
        });
    }

    // version 1, log id 32, milliseconds 8, extensions 2+n, hash 1, signature algorithm 1, signature 2+n
    private static bool IsValid(byte[] timestamp, byte[] body, byte[] issuerKey, TrustedRoot root)
    {
        if (timestamp.Length < 47 || timestamp[0] != 0)
            return false;

        var extensions = BinaryPrimitives.ReadUInt16BigEndian(timestamp.AsSpan(41));
        var rest = 43 + extensions;
        if (rest + 4 > timestamp.Length || BinaryPrimitives.ReadUInt16BigEndian(timestamp.AsSpan(rest + 2)) != timestamp.Length - rest - 4)
            return false;

        const byte sha256 = 4; // RFC 5246 §7.4.1.4.1
        var milliseconds = BinaryPrimitives.ReadUInt64BigEndian(timestamp.AsSpan(33));
        if (timestamp[rest] != sha256 || milliseconds > 253_402_300_799_999)
            return false;

        var time = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        byte[] signed =
        [
            0, 0, .. timestamp.AsSpan(33, 8), 0, 1, .. issuerKey,
            (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length, .. body, .. timestamp.AsSpan(41, 2 + extensions),
        ];
        var signature = timestamp[(rest + 4)..];
        return root.CertificateLogs.Any(log => log.KeyId.AsSpan().SequenceEqual(timestamp.AsSpan(1, 32)) && log.Valid.Contains(time) && log.Key.Verify(signed, signature, HashAlgorithmName.SHA256));
    }

    private static List<byte[]> Split(byte[] list)
    {
        var found = new List<byte[]>();
        if (list.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(list) != list.Length - 2)
            throw LeafCertificate.Damaged("its list of timestamps has a wrong length");

        for (var at = 2; at < list.Length;)
        {
            var length = at + 2 <= list.Length ? BinaryPrimitives.ReadUInt16BigEndian(list.AsSpan(at)) : ushort.MaxValue;
            if (at + 2 + length > list.Length || found.Count == MaxTimestamps)
                throw LeafCertificate.Damaged("its list of timestamps has a wrong length");

            found.Add(list[(at + 2)..(at + 2 + length)]);
            at += 2 + length;
        }

        return found;
    }

    private static byte[] BodyWithoutList(byte[] certificate)
    {
        var body = new AsnReader(certificate, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var extensionsTag = new Asn1Tag(TagClass.ContextSpecific, 3, isConstructed: true);
        using (writer.PushSequence())
        {
            while (body.HasData)
            {
                if (!body.PeekTag().HasSameClassAndValue(extensionsTag))
                {
                    writer.WriteEncodedValue(body.ReadEncodedValue().Span);
                    continue;
                }

                var extensions = body.ReadSequence(extensionsTag).ReadSequence();
                using (writer.PushSequence(extensionsTag))
                using (writer.PushSequence())
                {
                    while (extensions.HasData)
                    {
                        var extension = extensions.ReadEncodedValue();
                        if (new AsnReader(extension, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier() != ListExtension)
                            writer.WriteEncodedValue(extension.Span);
                    }
                }
            }
        }

        return writer.Encode();
    }
}
