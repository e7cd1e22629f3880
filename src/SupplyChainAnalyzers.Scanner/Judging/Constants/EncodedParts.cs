namespace SupplyChainAnalyzers.Scanner.Judging.Constants;

/// <summary>The parts of a text that could be bytes written in base64 or hexadecimal digits.</summary>
internal static class EncodedParts
{
    /// <summary>Characters: shorter ones carry no command of note ("curl x.yz|sh" has 16).</summary>
    private const int MinLength = 16;

    /// <summary>Parts of one text that are looked into.</summary>
    private const int MaxParts = 64;

    /// <summary>Decoded bytes of one part.</summary>
    public const int MaxBytes = 1 << 20;

    public static IEnumerable<byte[]> Find(string text)
    {
        var parts = 0;
        for (var start = 0; start < text.Length && parts < MaxParts;)
        {
            var end = RunEnd(text, start);
            if (end - start >= MinLength)
            {
                parts++;
                foreach (var bytes in Decode(text.AsSpan(start, end - start)))
                    yield return bytes;
            }

            start = end + 1;
        }
    }

    // Encoded lines are broken every 76 characters: a line end within a run of full lines belongs to it.
    private static int RunEnd(string text, int start)
    {
        var i = start;
        var lineStart = start;
        while (i < text.Length)
        {
            if (IsDigit(text[i]))
                i++;
            else if (text[i] == '\n' && i - lineStart >= 60 && i + 1 < text.Length && IsDigit(text[i + 1]))
                lineStart = ++i;
            else
                break;
        }

        return i;
    }

    private static bool IsDigit(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '-' or '_';

    private static List<byte[]> Decode(ReadOnlySpan<char> run)
    {
        var decoded = new List<byte[]>();
        var digits = new char[run.Length + 3];
        var count = 0;
        var isHex = true;
        foreach (var c in run)
        {
            if (c is '\n' or '=')
                continue;

            digits[count++] = c switch { '-' => '+', '_' => '/', _ => c };
            isHex &= char.IsAsciiHexDigit(c);
        }

        count = Math.Min(count, MaxBytes);
        if (isHex && count >= 2 * MinLength)
            decoded.Add(Convert.FromHexString(digits.AsSpan(0, count & ~1)));

        if (count % 4 == 1)
            count--;
        while (count % 4 != 0)
            digits[count++] = '=';

        var bytes = new byte[count / 4 * 3];
        if (Convert.TryFromBase64Chars(digits.AsSpan(0, count), bytes, out var written))
            decoded.Add(bytes[..written]);

        return decoded;
    }
}
