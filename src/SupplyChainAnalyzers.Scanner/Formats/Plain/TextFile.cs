using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Plain;

/// <summary>A text file whole, as the programs that read it decode it: UTF-8, or UTF-16 by its mark.</summary>
internal static class TextFile
{
    /// <summary>Bytes. Code and settings that people write are smaller.</summary>
    public const int MaxSize = 8 << 20;

    /// <summary>The text from its start, cut where it exceeds <see cref="MaxSize"/>. What is no character becomes U+FFFD.</summary>
    public static string Read(ByteSource source)
    {
        var bytes = source.ReadBytes(0, (int)Math.Min(source.Length, MaxSize), "its text");
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]))
            return Encoding.Unicode.GetString(bytes.AsSpan(2));
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            return Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2));

        return Encoding.UTF8.GetString(bytes.AsSpan(bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? 3 : 0));
    }
}
