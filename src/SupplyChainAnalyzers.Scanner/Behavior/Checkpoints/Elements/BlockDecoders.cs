using System.Buffers.Binary;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Elements;

/// <summary>
/// ggml's blocks of 32 numbers (ggml-common.h, block_q4_0 …): a scale as F16, with some a least number as F16, then 4, 5 or 8 bits for each
/// number. Of 4 bits, the lower halves of 16 bytes are the first 16 numbers, the upper halves the others.
/// </summary>
internal static class BlockDecoders
{
    private const int Numbers = 32;
    private const int Half = Numbers / 2;

    public static void Q4Zero(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (; numbers.Length > 0; bytes = bytes[18..], numbers = numbers[Numbers..])
        {
            var scale = F16(bytes);
            for (var i = 0; i < Half; i++)
            {
                numbers[i] = scale * ((bytes[2 + i] & 15) - 8);
                numbers[Half + i] = scale * ((bytes[2 + i] >> 4) - 8);
            }
        }
    }

    public static void Q4One(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (; numbers.Length > 0; bytes = bytes[20..], numbers = numbers[Numbers..])
        {
            var (scale, least) = (F16(bytes), F16(bytes[2..]));
            for (var i = 0; i < Half; i++)
            {
                numbers[i] = (scale * (bytes[4 + i] & 15)) + least;
                numbers[Half + i] = (scale * (bytes[4 + i] >> 4)) + least;
            }
        }
    }

    // The fifth bits of all 32 stand together, the first number's lowest.
    public static void Q5Zero(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (; numbers.Length > 0; bytes = bytes[22..], numbers = numbers[Numbers..])
        {
            var (scale, fifth) = (F16(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[2..]));
            for (var i = 0; i < Half; i++)
            {
                numbers[i] = scale * (((bytes[6 + i] & 15) | Bit(fifth, i)) - 16);
                numbers[Half + i] = scale * (((bytes[6 + i] >> 4) | Bit(fifth, Half + i)) - 16);
            }
        }
    }

    public static void Q5One(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (; numbers.Length > 0; bytes = bytes[24..], numbers = numbers[Numbers..])
        {
            var (scale, least, fifth) = (F16(bytes), F16(bytes[2..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
            for (var i = 0; i < Half; i++)
            {
                numbers[i] = (scale * ((bytes[8 + i] & 15) | Bit(fifth, i))) + least;
                numbers[Half + i] = (scale * ((bytes[8 + i] >> 4) | Bit(fifth, Half + i))) + least;
            }
        }
    }

    public static void Q8Zero(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (; numbers.Length > 0; bytes = bytes[34..], numbers = numbers[Numbers..])
        {
            var scale = F16(bytes);
            for (var i = 0; i < Numbers; i++)
                numbers[i] = scale * (sbyte)bytes[2 + i];
        }
    }

    public static float F16(ReadOnlySpan<byte> bytes) => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes);

    private static int Bit(uint bits, int place) => (int)((bits >> place) & 1) << 4;
}
