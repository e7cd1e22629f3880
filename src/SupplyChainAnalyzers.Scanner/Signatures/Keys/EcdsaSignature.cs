using System.Formats.Asn1;
using System.Numerics;

namespace SupplyChainAnalyzers.Scanner.Signatures.Keys;

/// <summary>
/// The DER form of an ECDSA signature (RFC 3279 §2.2.3), checked strictly: the platform's reader takes a negative s and
/// reads it as positive, which makes two signatures out of one.
/// </summary>
internal static class EcdsaSignature
{
    /// <summary>Whether it is one sequence of two positive integers in their only encoding, and nothing after it.</summary>
    public static bool IsStrictDer(ReadOnlyMemory<byte> signature)
    {
        try
        {
            var reader = new AsnReader(signature, AsnEncodingRules.DER);
            var sequence = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var (r, s) = (sequence.ReadInteger(), sequence.ReadInteger());
            sequence.ThrowIfNotEmpty();
            return r > BigInteger.Zero && s > BigInteger.Zero;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
