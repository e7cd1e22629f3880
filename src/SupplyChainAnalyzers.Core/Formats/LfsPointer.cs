using System.Text;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>
/// The text that Git LFS commits in a file's place; it is what a checkout without LFS leaves on disk.
/// Spec: git-lfs docs/spec.md. Lines end in LF, the first is <c>version</c>, the rest is sorted by key:
/// <code>
/// version https://git-lfs.github.com/spec/v1
/// oid sha256:&lt;64 hex digits&gt;
/// size &lt;decimal&gt;
/// </code>
/// </summary>
public static class LfsPointer
{
    /// <summary>The spec's own bound: a pointer is shorter than this, in bytes.</summary>
    public const int MaxLength = 1024;

    private static readonly string[] Versions =
    [
        "version https://git-lfs.github.com/spec/v1",
        "version https://hawser.github.com/spec/v1", // before the project was renamed, still accepted by git-lfs
    ];

    /// <summary>Whether the whole file, given by its first bytes, is a pointer.</summary>
    /// <param name="head">The first bytes; a pointer is short enough to be there whole.</param>
    /// <param name="length">How many of them count.</param>
    /// <param name="oid">SHA-256 of the real content, 64 lower-case hex digits.</param>
    /// <param name="size">Bytes of the real content.</param>
    public static bool TryParse(byte[] head, int length, out string oid, out long size)
    {
        oid = "";
        size = -1;
        length = Math.Min(length, head.Length);
        if (length is < 1 or >= MaxLength || head[0] != (byte)'v')
            return false;

        // A checkout that rewrites line endings does it to pointers as well.
        var lines = Encoding.UTF8.GetString(head, 0, length).Replace("\r\n", "\n").Split('\n');
        if (Array.IndexOf(Versions, lines[0]) < 0)
            return false;

        foreach (var line in lines)
        {
            if (line.StartsWith("oid sha256:", StringComparison.Ordinal))
                oid = line.Substring("oid sha256:".Length);
            else if (line.StartsWith("size ", StringComparison.Ordinal))
                size = Decimal(line.Substring("size ".Length));
        }

        return Hex.Is(oid, 64) && size >= 0;
    }

    private static long Decimal(string digits) =>
        long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : -1;
}
