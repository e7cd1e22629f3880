using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging.Constants;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What a constant may stand for, when a function takes it.</summary>
internal static class NestedEncodings
{
    private const int MaxText = 1 << 20;
    private const int Shortest = 8;

    /// <summary>The constant itself, what is compressed in it, and what it holds in base64 or hexadecimal.</summary>
    public static IEnumerable<ByteSource> Decode(ByteSource source, PickleValue constant)
    {
        var (start, length) = PickleConstants.Range(source, constant.Payload);
        if (constant.Kind != PickleKind.Str && length > MaxText)
        {
            yield return new SliceSource(source, start, length, "a constant");
            yield break;
        }

        foreach (var bytes in Layers(PickleConstants.Bytes(source, constant.Payload, MaxText)))
        {
            if (bytes.Length >= Shortest)
                yield return new MemorySource(bytes);
        }
    }

    private static IEnumerable<byte[]> Layers(byte[] bytes)
    {
        yield return bytes;
        if (Inflated.Of(bytes) is { } unpacked)
            yield return unpacked;

        foreach (var decoded in EncodedParts.Find(System.Text.Encoding.Latin1.GetString(bytes)))
        {
            yield return decoded;
            if (Inflated.Of(decoded) is { } inner)
                yield return inner;
        }
    }
}
