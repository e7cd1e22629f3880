using static SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Elements.BlockDecoders;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Elements;

/// <summary>
/// ggml's blocks of 256 numbers (ggml-common.h, block_q4_K …): parts of 32 or 16 numbers with a scale of few bits each, which a scale as F16
/// multiplies.
/// </summary>
internal static class SuperBlockDecoders
{
    private const int Numbers = 256;
    private const int Part = 32;

    // F16 scale, F16 scale of the least numbers, 12 bytes of scales and least numbers, 128 of halves.
    public static void Q4K(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (; numbers.Length > 0; bytes = bytes[144..], numbers = numbers[Numbers..])
            Parts(bytes, bytes.Slice(16, 128), [], numbers);
    }

    // As Q4_K, with 32 bytes of fifth bits before the halves: bit p of byte i is that of number i in part p.
    public static void Q5K(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (; numbers.Length > 0; bytes = bytes[176..], numbers = numbers[Numbers..])
            Parts(bytes, bytes.Slice(48, 128), bytes.Slice(16, Part), numbers);
    }

    // 128 bytes of lower halves, 64 of two upper bits, 16 scales of a byte, F16 scale.
    public static void Q6K(ReadOnlySpan<byte> bytes, Span<float> numbers)
    {
        for (; numbers.Length > 0; bytes = bytes[210..], numbers = numbers[Numbers..])
        {
            var scale = F16(bytes[208..]);
            for (var half = 0; half < 2; half++)
            {
                var low = bytes.Slice(half * 64, 64);
                var high = bytes.Slice(128 + (half * 32), 32);
                var scales = bytes.Slice(192 + (half * 8), 8);
                var into = numbers.Slice(half * 128, 128);
                for (var i = 0; i < 128; i++)
                {
                    var (part, place) = (i / Part, i % Part);
                    var lower = low[((part & 1) * Part) + place];
                    var value = (part < 2 ? lower & 15 : lower >> 4) | (((high[place] >> (2 * part)) & 3) << 4);
                    into[i] = scale * (sbyte)scales[(2 * part) + (place / 16)] * (value - 32);
                }
            }
        }
    }

    private static void Parts(ReadOnlySpan<byte> head, ReadOnlySpan<byte> halves, ReadOnlySpan<byte> fifth, Span<float> numbers)
    {
        var (scale, least) = (F16(head), F16(head[2..]));
        for (var part = 0; part < Numbers / Part; part++)
        {
            var (ownScale, ownLeast) = Scales(head.Slice(4, 12), part);
            for (var i = 0; i < Part; i++)
            {
                var pair = halves[(part / 2 * Part) + i];
                var value = part % 2 == 0 ? pair & 15 : pair >> 4;
                if (fifth.Length > 0)
                    value |= ((fifth[i] >> part) & 1) << 4;
                numbers[(part * Part) + i] = (scale * ownScale * value) - (least * ownLeast);
            }
        }
    }

    // Six bits each: those of the first four parts in bytes of their own, of the others spread over what these leave free.
    private static (int Scale, int Least) Scales(ReadOnlySpan<byte> packed, int part) => part < 4
        ? (packed[part] & 63, packed[part + 4] & 63)
        : ((packed[part + 4] & 15) | (packed[part - 4] >> 6 << 4), (packed[part + 4] >> 4) | (packed[part] >> 6 << 4));
}
