using System.Formats.Asn1;
using System.Security.Cryptography;

namespace SupplyChainAnalyzers.Scanner.Signatures.Keys;

/// <summary>A public key that can verify: ECDSA on the NIST curves, RSA with PKCS #1 v1.5, Ed25519.</summary>
internal sealed class PublicKey
{
    private const string EcKey = "1.2.840.10045.2.1"; // RFC 5480
    private const string RsaKey = "1.2.840.113549.1.1.1"; // RFC 8017
    private const string Ed25519Key = "1.3.101.112"; // RFC 8410
    private const int SmallestRsa = 2048;
    private const int LargestRsa = 8192;

    private readonly byte[] _rawKey;

    private PublicKey(string algorithm, string? curve, byte[] spki, byte[] rawKey)
    {
        Algorithm = algorithm;
        Curve = curve;
        Spki = spki;
        _rawKey = rawKey;
    }

    private string Algorithm { get; }

    /// <summary>Object identifier of a NIST curve; null for other keys.</summary>
    public string? Curve { get; }

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public byte[] Spki { get; }

    public bool IsEd25519 => Algorithm == Ed25519Key;

    /// <summary>The 32 bytes of an Ed25519 key.</summary>
    public byte[] RawKey => _rawKey;

    /// <summary>What goes with the key: a larger curve has a longer digest.</summary>
    public HashAlgorithmName Hash => Curve switch
    {
        EcCurves.P384 => HashAlgorithmName.SHA384,
        EcCurves.P521 => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };

    /// <summary>Reads a SubjectPublicKeyInfo.</summary>
    /// <exception cref="SignatureException">It is none, or of a kind that is not verified here.</exception>
    public static PublicKey FromSpki(ReadOnlyMemory<byte> der)
    {
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.DER);
            var info = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var algorithm = info.ReadSequence();
            var identifier = algorithm.ReadObjectIdentifier();
            var curve = identifier == EcKey ? algorithm.ReadObjectIdentifier() : null;
            var bits = info.ReadBitString(out var unused);
            info.ThrowIfNotEmpty();
            var isKnown = identifier switch
            {
                EcKey => EcCurves.IsKnown(curve!),
                RsaKey => true,
                Ed25519Key => bits.Length == Ed25519.KeySize && unused == 0,
                _ => false,
            };
            if (!isKnown)
                throw new SignatureException(SignatureFault.Malformed, "the key is neither ECDSA on P-256, P-384 or P-521, nor RSA, nor Ed25519");

            return new PublicKey(identifier, curve, der.ToArray(), bits);
        }
        catch (AsnContentException e)
        {
            throw new SignatureException(SignatureFault.Malformed, "the public key is damaged: " + e.Message);
        }
    }

    /// <summary>Whether the signature fits, with the digest that goes with the key.</summary>
    public bool Verify(ReadOnlySpan<byte> data, byte[] signature) => Verify(data, signature, Hash);

    public bool Verify(ReadOnlySpan<byte> data, byte[] signature, HashAlgorithmName hash)
    {
        try
        {
            return Algorithm switch
            {
                EcKey => VerifyEc(data, signature, hash),
                RsaKey => VerifyRsa(data, signature, hash),
                _ => Ed25519.Verify(_rawKey, data, signature),
            };
        }
        catch (CryptographicException)
        {
            return false; // a point that is not on the curve, a modulus that is no modulus
        }
    }

    /// <summary>Whether the signature fits a digest that was computed before (ECDSA; Ed25519 signs no digests).</summary>
    public bool VerifyHash(byte[] digest, byte[] signature)
    {
        try
        {
            switch (Algorithm)
            {
                case EcKey when EcdsaSignature.IsStrictDer(signature):
                    using (var key = ECDsa.Create())
                    {
                        key.ImportSubjectPublicKeyInfo(Spki, out _);
                        return key.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence);
                    }

                default:
                    return false;
            }
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private bool VerifyEc(ReadOnlySpan<byte> data, byte[] signature, HashAlgorithmName hash)
    {
        if (!EcdsaSignature.IsStrictDer(signature))
            return false;

        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Spki, out _);
        return key.VerifyData(data, signature, hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    private bool VerifyRsa(ReadOnlySpan<byte> data, byte[] signature, HashAlgorithmName hash)
    {
        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(Spki, out _);
        return key.KeySize is >= SmallestRsa and <= LargestRsa && key.VerifyData(data, signature, hash, RSASignaturePadding.Pkcs1);
    }
}
