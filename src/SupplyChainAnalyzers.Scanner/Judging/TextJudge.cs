using System.Buffers;
using System.Text;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Judging.Constants;

namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>
/// Judges constant strings that reach a call or lie where only names and numbers belong: commands, code, places of secrets,
/// and all of it encoded. It says nothing of texts for people: a licence or a model card may quote what it likes. Linear in
/// the length of the text.
/// </summary>
internal static class TextJudge
{
    /// <summary>Characters; what lies behind is not looked at.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Encodings within encodings.</summary>
    private const int MaxDepth = 3;

    /// <summary>Share of control characters (one in so many) that makes bytes no text.</summary>
    private const int ControlShare = 20;

    private const int ExcerptLength = 120;

    /// <summary>The shortest command of note has six characters.</summary>
    private const int MinLength = 6;

    // Single words of up to so many letters are too short to hide anything; most constants are such words.
    private const int MaxWord = 15;

    private static readonly SearchValues<char> WordLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>What the text gives away; null when it is nothing of note.</summary>
    public static TextSign? Find(string text) => Find(text.Length <= MaxLength ? text : text[..MaxLength], 0);

    /// <summary>As the other, for a string of bytes: text in UTF-8 or UTF-16, a program, a pickle, a compressed stream.</summary>
    public static TextSign? Find(ReadOnlySpan<byte> bytes) => Find(bytes[..Math.Min(bytes.Length, MaxLength)].ToArray(), 0);

    private static TextSign? Find(string text, int depth)
    {
        if (text.Length < MinLength || IsWord(text))
            return null;

        var isProse = Prose.Is(text);
        var sign = First(ShellPatterns.Anywhere, text);
        if (!isProse)
            sign ??= First(ShellPatterns.Commands, text) ?? First(PythonPatterns.All, text) ?? First(PlacePatterns.All, text);

        if (sign is { IsSure: true } || isProse || depth == MaxDepth)
            return sign;
        if (text.Length <= 4096)
            sign ??= First(ShellPatterns.Whole, text) ?? First(PlacePatterns.Whole, text);

        return InEncoded(text, depth) ?? sign;
    }

    private static TextSign? Find(byte[] bytes, int depth)
    {
        if (NativePrograms.Find(bytes) is { } program)
            return new TextSign("is " + program, true, "");
        if (depth > 0 && IsPickle(bytes))
            return new TextSign("is a pickle, which runs what it names", true, "");
        if (depth < MaxDepth && Inflated.Of(bytes) is { } content)
            return Wrapped(Find(content, depth + 1), "compressed", "");

        return Decoded(bytes) is { } text ? Find(text, depth) : null;
    }

    private static bool IsWord(string text) =>
        text.Length <= MaxWord && !text.AsSpan().ContainsAnyExcept(WordLetters) && text is not ("whoami" or "ifconfig" or "ipconfig" or "printenv" or "reboot");

    private static TextSign? InEncoded(string text, int depth)
    {
        foreach (var bytes in EncodedParts.Find(text))
        {
            if (Find(bytes, depth + 1) is { } sign && (sign.IsSure || depth > 0))
                return Wrapped(sign, "encoded", text);
        }

        return null;
    }

    private static TextSign? Wrapped(TextSign? sign, string how, string text) => sign is null ? null : sign with
    {
        What = sign.What.StartsWith("hides", StringComparison.Ordinal) ? sign.What : $"hides, {how}, something that {sign.What}",
        Excerpt = sign.Excerpt.Length > 0 ? sign.Excerpt : text[..Math.Min(text.Length, ExcerptLength)],
    };

    private static TextSign? First(TextPattern[] patterns, string text)
    {
        TextSign? doubt = null;
        foreach (var pattern in patterns)
        {
            if (pattern.Find(text) is not { } sign)
                continue;
            if (sign.IsSure)
                return sign;

            doubt ??= sign;
        }

        return doubt;
    }

    // Of protocol 2 and later: older ones have no mark that short random bytes would not have.
    private static bool IsPickle(byte[] bytes)
    {
        if (bytes.Length < 4 || !(bytes[0] == 0x80 && bytes[1] is >= 2 and <= 5) && bytes[^1] != (byte)'.')
            return false;

        var head = bytes.AsSpan(0, Math.Min(bytes.Length, FormatSniffer.HeadLength)).ToArray();
        return FormatSniffer.Sniff(head, head.Length, bytes.Length) == ModelFormats.Pickle;
    }

    /// <summary>Bytes as text: UTF-16 by its zeros, else byte by byte; null when they are no text.</summary>
    private static string? Decoded(byte[] bytes)
    {
        var zeros = bytes.AsSpan().Count((byte)0);
        if (bytes.Length >= 4 && zeros * 5 > bytes.Length * 2 && (bytes[1] == 0 || bytes[0] is 0 or 0xfe or 0xff))
            return (bytes[0] is 0 or 0xfe ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes);

        var controls = 0;
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x1b))
                controls++;
        }

        return controls * ControlShare > bytes.Length ? null : Encoding.Latin1.GetString(bytes);
    }
}
