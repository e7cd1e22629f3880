using System.Text;

namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>The head as text: UTF-8 with or without its mark, UTF-16 with it; no control characters.</summary>
internal static class TextHead
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Lenient = new UTF8Encoding(false, throwOnInvalidBytes: false);
    private static readonly Encoding LittleEndian = new UnicodeEncoding(false, false, throwOnInvalidBytes: true);
    private static readonly Encoding BigEndian = new UnicodeEncoding(true, false, throwOnInvalidBytes: true);

    /// <summary>Null for everything else, legacy encodings included: they can't be told from data.</summary>
    public static string? Decode(Head head)
    {
        if (head.Length == 0)
            return null;

        var text = head.Has(0, "\u00EF\u00BB\u00BF") ? DecodeUtf8(head, 3)
            : head.Has(0, "\u00FF\u00FE") ? Decode(head, LittleEndian, 2)
            : head.Has(0, "\u00FE\u00FF") ? Decode(head, BigEndian, 2)
            : DecodeUtf8(head, 0);
        return text is not null && text.All(IsTextual) ? text : null;
    }

    // An exception for every binary file would cost more than all other looks at it: most have a byte that no text has, and where
    // none was replaced all were right.
    private static string? DecodeUtf8(Head head, int mark)
    {
        for (var i = mark; i < head.Length; i++)
        {
            if (head[i] < 0x80 && !IsTextual((char)head[i]))
                return null;
        }

        var end = head.Whole ? head.Length : CompleteLength(head, Utf8);
        var text = Lenient.GetString(head.Bytes, mark, Math.Max(0, end - mark));
        return text.IndexOf('\uFFFD') < 0 ? text : Decode(head, Utf8, mark);
    }

    private static string? Decode(Head head, Encoding encoding, int mark)
    {
        var end = head.Whole ? head.Length : CompleteLength(head, encoding);
        try
        {
            return encoding.GetString(head.Bytes, mark, Math.Max(0, end - mark));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // The head may end within a character.
    private static int CompleteLength(Head head, Encoding encoding)
    {
        if (encoding != Utf8)
        {
            var even = head.Length & ~1;
            var high = head[even - (encoding == BigEndian ? 2 : 1)];
            return high is >= 0xD8 and <= 0xDB ? even - 2 : even;
        }

        for (var back = 1; back <= Math.Min(4, head.Length); back++)
        {
            var first = head[head.Length - back];
            if ((first & 0xC0) == 0x80)
                continue;

            var needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
            return needed > back ? head.Length - back : head.Length;
        }

        return head.Length;
    }

    // Tab, LF, CR, form feed, and the escape of coloured logs.
    private static bool IsTextual(char c) => c is >= ' ' and not (char)0x7F or '\t' or '\n' or '\r' or '\f' or (char)0x1B;
}
