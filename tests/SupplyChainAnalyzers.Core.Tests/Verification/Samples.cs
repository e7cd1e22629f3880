using System.Text;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>Small contents whose first bytes are those of real formats.</summary>
internal static class Samples
{
    /// <summary>A GGUF header (version 3, no tensor, no key) and <paramref name="length"/> bytes after it.</summary>
    public static byte[] Gguf(int length = 100, byte fill = 7)
    {
        var header = new byte[24];
        "GGUF"u8.CopyTo(header);
        header[4] = 3;
        return [.. header, .. Enumerable.Repeat(fill, length)];
    }

    /// <summary>A pickle that would call os.system.</summary>
    public static byte[] Pickle(int padding = 0) =>
        [0x80, 0x02, .. "cos\nsystem\n"u8, .. "X"u8, 4, 0, 0, 0, .. "true"u8, 0x85, .. "R."u8, .. new byte[padding]];

    public static byte[] Json(string text = "{\n  \"a\": 1,\n  \"b\": [1, 2, 3]\n}\n") => Encoding.UTF8.GetBytes(text);

    public static byte[] LfsPointer(string oid, long size) =>
        Encoding.UTF8.GetBytes(FormattableString.Invariant($"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {size}\n"));
}
