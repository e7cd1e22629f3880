using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>A member's bytes as some loader gets them.</summary>
/// <param name="Content">Unpacked. Empty when nothing comes out.</param>
/// <param name="Crc">CRC-32 of them; null where they were not read through.</param>
/// <param name="Used">Bytes they take in the file.</param>
/// <param name="Damage">Why there is no more; null when all came out.</param>
internal sealed record ZipContent(ByteSource Content, uint? Crc, long Used, DamagedFileException? Damage)
{
    /// <summary>Stored members up to this size are read through for their checksum: weights are not, they only cost time.</summary>
    private const long MaxSummed = 4 << 20;

    /// <summary>Opens a member; flags are ignored, as torch and patched loaders do (CVE-2025-1945).</summary>
    /// <param name="file">The archive.</param>
    /// <param name="start">Where the data starts.</param>
    /// <param name="packed">Bytes it takes, as some header says.</param>
    /// <param name="method">How it is packed; null when the method is not read here.</param>
    /// <param name="context">Whose budget it costs.</param>
    public static ZipContent? Open(ByteSource file, long start, long packed, int method, ScanContext context)
    {
        var length = Math.Clamp(packed, 0, Math.Max(0, file.Length - start));
        if (start < 0 || start > file.Length)
            return new ZipContent(new MemorySource([]), null, 0, new DamagedFileException("a member lies beyond the end", file.Length));

        if (method == 0)
            return Stored(new SliceSource(file, start, length, "a member"), length == packed ? null : new DamagedFileException("a member is longer than the file", file.Length));

        if (ZipMethods.Find(method) is not { } open)
            return null;

        var unpacked = Unpacked.Of(() => open(new ByteFeed(file, start, start + length)), length, context);
        return new ZipContent(unpacked.Content, unpacked.Crc, Math.Clamp(unpacked.Position - start, 0, length), unpacked.Damage);
    }

    private static ZipContent Stored(SliceSource slice, DamagedFileException? damage)
    {
        if (slice.Length > MaxSummed)
            return new ZipContent(slice, null, slice.Length, damage);

        var bytes = slice.ReadBytes(0, (int)slice.Length, "a member");
        return new ZipContent(new MemorySource(bytes), Crc32.Append(0, bytes), slice.Length, damage);
    }
}
