using System.Numerics;
using System.Security.Cryptography;

namespace SupplyChainAnalyzers.Scanner.Signatures.Keys;

/// <summary>
/// Verification of Ed25519 signatures (RFC 8032 §5.1.7, without cofactor), which the base class library lacks. Everything
/// here is public, so nothing needs constant time. Refused are a scalar ≥ L and points that are not canonical, so that no
/// second encoding of a valid signature is valid.
/// </summary>
internal static class Ed25519
{
    public const int KeySize = 32;
    public const int SignatureSize = 64;

    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly BigInteger SquareRootOfMinusOne = BigInteger.ModPow(2, (P - 1) / 4, P);
    private static readonly Point Base = Decode(BaseEncoding())!.Value;

    /// <summary>Extended homogeneous coordinates (RFC 8032 §5.1.4): x = X/Z, y = Y/Z, T = XY/Z.</summary>
    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);

    /// <summary>Whether <paramref name="signature"/> over <paramref name="message"/> was made with the private half of <paramref name="key"/>.</summary>
    public static bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (key.Length != KeySize || signature.Length != SignatureSize || Decode(key) is not { } publicKey)
            return false;

        var s = new BigInteger(signature[32..], isUnsigned: true);
        if (s >= L)
            return false;

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(signature[..32]);
        hash.AppendData(key);
        hash.AppendData(message);
        var k = new BigInteger(hash.GetHashAndReset(), isUnsigned: true) % L;

        // R = sB - kA, compared as bytes: an R that is not canonical cannot come out.
        var negated = publicKey with { X = Mod(-publicKey.X), T = Mod(-publicKey.T) };
        Span<byte> expected = stackalloc byte[32];
        Encode(Add(Multiply(s, Base), Multiply(k, negated)), expected);
        return expected.SequenceEqual(signature[..32]);
    }

    private static Point Multiply(BigInteger scalar, Point point)
    {
        var result = new Point(0, 1, 1, 0);
        for (var bit = (int)scalar.GetBitLength() - 1; bit >= 0; bit--)
        {
            result = Add(result, result);
            if (!((scalar >> bit) & 1).IsZero)
                result = Add(result, point);
        }

        return result;
    }

    // The complete addition law: it doubles as well.
    private static Point Add(Point p, Point q)
    {
        var a = Mod((p.Y - p.X) * (q.Y - q.X));
        var b = Mod((p.Y + p.X) * (q.Y + q.X));
        var c = Mod(2 * p.T * q.T * D);
        var d = Mod(2 * p.Z * q.Z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new Point(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    private static void Encode(Point point, Span<byte> into)
    {
        var inverse = Inverse(point.Z);
        var x = Mod(point.X * inverse);
        into.Clear();
        Mod(point.Y * inverse).TryWriteBytes(into, out _, isUnsigned: true);
        if (!x.IsEven)
            into[31] |= 0x80;
    }

    // RFC 8032 §5.1.3
    private static Point? Decode(ReadOnlySpan<byte> encoded)
    {
        Span<byte> bytes = stackalloc byte[32];
        encoded.CopyTo(bytes);
        var isOdd = (bytes[31] & 0x80) != 0;
        bytes[31] &= 0x7F;
        var y = new BigInteger(bytes, isUnsigned: true);
        if (y >= P)
            return null;

        var u = Mod((y * y) - 1);
        var v = Mod((D * y * y) + 1);
        var x = Mod(u * BigInteger.ModPow(v, 3, P) * BigInteger.ModPow(u * BigInteger.ModPow(v, 7, P), (P - 5) / 8, P));
        var check = Mod(v * x * x);
        if (check == Mod(-u))
            x = Mod(x * SquareRootOfMinusOne);
        else if (check != u)
            return null;

        if (x.IsZero && isOdd)
            return null;

        if (x.IsEven == isOdd)
            x = P - x;

        return new Point(x, y, 1, Mod(x * y));
    }

    private static byte[] BaseEncoding()
    {
        var bytes = new byte[32];
        Mod(4 * Inverse(5)).TryWriteBytes(bytes, out _, isUnsigned: true); // y = 4/5, x even
        return bytes;
    }

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), P - 2, P);

    private static BigInteger Mod(BigInteger value)
    {
        var rest = value % P;
        return rest.Sign < 0 ? rest + P : rest;
    }
}
