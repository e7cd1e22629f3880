using System.Buffers.Binary;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Elements;

/// <summary>Types in which each number stands for itself, little-endian.</summary>
internal static class PlainDecoders
{
    private static readonly float[] E4M3 = Table(exponentBits: 4, mantissaBits: 3, bias: 7, hasInfinity: false);
    private static readonly float[] E5M2 = Table(exponentBits: 5, mantissaBits: 2, bias: 15, hasInfinity: true);

    public static void F64(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * 8)..]);
    }

    public static void F32(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * 4)..]);
    }

    public static void F16(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(i * 2)..]);
    }

    public static void BF16(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * 2)..]) << 16);
    }

    public static void F8E4M3(ReadOnlySpan<byte> bytes, Span<float> numbers) => Look(bytes, numbers, E4M3);

    public static void F8E5M2(ReadOnlySpan<byte> bytes, Span<float> numbers) => Look(bytes, numbers, E5M2);

    public static void I8(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (sbyte)bytes[i];
    }

    public static void U8(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = bytes[i];
    }

    private static void Look(ReadOnlySpan<byte> bytes, Span<float> numbers, float[] table)
    {
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = table[bytes[i]];
    }

    // Micikevicius et al., FP8 Formats for Deep Learning, 2022: E5M2 as IEEE 754 has it; E4M3 without infinities, all ones is no number.
    private static float[] Table(int exponentBits, int mantissaBits, int bias, bool hasInfinity)
    {
        var table = new float[256];
        for (var bits = 0; bits < table.Length; bits++)
        {
            var sign = (bits & 0x80) == 0 ? 1f : -1f;
            var exponent = (bits & 0x7F) >> mantissaBits;
            var mantissa = bits & ((1 << mantissaBits) - 1);
            var (highest, full) = ((1 << exponentBits) - 1, (1 << mantissaBits) - 1);
            table[bits] = exponent == highest && (hasInfinity || mantissa == full)
                ? hasInfinity && mantissa == 0 ? sign * float.PositiveInfinity : float.NaN
                : exponent == 0 ? sign * MathF.ScaleB(mantissa, 1 - bias - mantissaBits)
                : sign * MathF.ScaleB(mantissa + (1 << mantissaBits), exponent - bias - mantissaBits);
        }

        return table;
    }
}
