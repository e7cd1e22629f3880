namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>Lower-case hexadecimal, the only form digests are written in.</summary>
public static class Hex
{
    private const string Digits = "0123456789abcdef";

    /// <summary>Two digits a byte.</summary>
    public static string Of(byte[] bytes)
    {
        var text = new char[bytes.Length * 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 15];
        }

        return new string(text);
    }

    /// <summary>Whether <paramref name="text"/> is exactly <paramref name="length"/> lower-case hex digits.</summary>
    public static bool Is(string? text, int length)
    {
        if (text is null || text.Length != length)
            return false;

        foreach (var c in text)
        {
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f')))
                return false;
        }

        return true;
    }

    /// <summary>The bytes of a text that <see cref="Is"/>.</summary>
    internal static byte[] Parse(string text)
    {
        var bytes = new byte[text.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)((Value(text[2 * i]) << 4) | Value(text[(2 * i) + 1]));
        return bytes;
    }

    private static int Value(char digit) => digit <= '9' ? digit - '0' : digit - 'a' + 10;
}
