using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>
/// Random numbers that are the same on every machine and in every version: xoshiro256** (Blackman and Vigna 2018), its state the
/// SHA-256 of what the numbers are for; normal ones by Box and Muller.
/// </summary>
internal sealed class SeededRandom
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;
    private double _spare = double.NaN;

    /// <param name="purpose">What the numbers depend on: digests of model and inputs, the check, its parameters.</param>
    public SeededRandom(params ReadOnlySpan<string> purpose)
    {
        // The length of each part keeps "ab", "c" apart from "a", "bc".
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in purpose)
        {
            var text = System.Text.Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
            hash.AppendData(length);
            hash.AppendData(text);
        }

        Span<byte> state = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(state);
        _a = BinaryPrimitives.ReadUInt64LittleEndian(state);
        _b = BinaryPrimitives.ReadUInt64LittleEndian(state[8..]);
        _c = BinaryPrimitives.ReadUInt64LittleEndian(state[16..]);
        _d = BinaryPrimitives.ReadUInt64LittleEndian(state[24..]);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>From 0 to below 1.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to below <paramref name="count"/>, each as likely as the others.</summary>
    public int Below(int count)
    {
        var high = Math.BigMul(Next(), (ulong)count, out var low);
        if (low >= (ulong)count)
            return (int)high;

        // Lemire 2019: the few values that would favour the first numbers are drawn anew.
        for (var threshold = unchecked(0UL - (ulong)count) % (ulong)count; low < threshold;)
            high = Math.BigMul(Next(), (ulong)count, out low);
        return (int)high;
    }

    /// <summary>Of mean 0 and deviation 1.</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            var spare = _spare;
            _spare = double.NaN;
            return spare;
        }

        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
        var angle = 2 * Math.PI * Uniform();
        _spare = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }
}
