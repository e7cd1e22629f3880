namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Flax: msgpack maps with text keys, nested, whose first leaf is an array: extension type 1 around
/// a list of three, shape, element type's name and bytes. Spec: msgpack spec.md; flax.serialization.
/// </summary>
internal static class FlaxSniffer
{
    private const int DeepestNesting = 64;
    private const int ArrayExtension = 1;

    public static ModelFormat? Sniff(Head head)
    {
        var at = 0;
        for (var depth = 0; depth < DeepestNesting && SkipMap(head, ref at); depth++)
        {
            if (!SkipText(head, ref at))
                return null;
        }

        return at > 0 && IsArray(head, at) ? ModelFormats.Flax : null;
    }

    // fixmap 81–8F · map16 DE (2) · map32 DF (4). An empty one has no first leaf.
    private static bool SkipMap(Head head, ref int at)
    {
        var length = head[at] switch { >= 0x81 and <= 0x8F => 1, 0xDE => 3, 0xDF => 5, _ => 0 };
        at += length;
        return length > 0;
    }

    // fixstr A0–BF · str8 D9 (1) · str16 DA (2).
    private static bool SkipText(Head head, ref int at)
    {
        var (header, length) = head[at] switch
        {
            >= 0xA0 and <= 0xBF => (1, head[at] & 0x1F),
            0xD9 => (2, head[at + 1]),
            0xDA => (3, (head[at + 1] << 8) | head[at + 2]),
            _ => (0, -1),
        };
        if (length < 1 || !head.IsText(at + header, length))
            return false;

        at += header + length;
        return true;
    }

    // ext8 C7 (1) · ext16 C8 (2) · ext32 C9 (4), then the type; inside 93 (three items) and the shape, a list 90–9F.
    private static bool IsArray(Head head, int at)
    {
        var header = head[at] switch { 0xC7 => 2, 0xC8 => 3, 0xC9 => 5, _ => 0 };
        return header > 0 && head[at + header] == ArrayExtension && head[at + header + 1] == 0x93 && head[at + header + 2] is >= 0x90 and <= 0x9F;
    }
}
