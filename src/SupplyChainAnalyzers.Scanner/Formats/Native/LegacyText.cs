using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Native;

/// <summary>
/// Texts in encodings older than UTF-8: a licence with a © of Latin-1. Only under a text's name, only with nearly all letters in ASCII
/// and no control character anywhere: no data of a model is like that.
/// </summary>
internal static class LegacyText
{
    private const int BlockSize = 64 << 10;
    private const long MaxSize = 16L << 20;
    private const int LetterShare = 8;

    private static readonly string[] Extensions = ["", ".txt", ".md", ".rst", ".license", ".py", ".csv", ".tsv", ".html", ".htm", ".bib", ".tex", ".yaml", ".yml", ".cfg", ".ini"];

    public static bool Is(ByteSource source, string name)
    {
        if (source.Length is 0 or > MaxSize || !Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
            return false;

        long foreign = 0;
        var block = new byte[BlockSize];
        for (long offset = 0; offset < source.Length; offset += BlockSize)
        {
            foreach (var b in block.AsSpan(0, source.Read(offset, block)))
            {
                if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') || b == 0x7f)
                    return false;
                if (b >= 0x80)
                    foreign++;
            }
        }

        return foreign * LetterShare < source.Length;
    }
}
