using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Formats.SevenZip;

/// <summary>
/// A stream of members one behind the other, packed together. Coders in a chain: the first in the list is the last of
/// packing as 7-Zip writes them; pairs say whose output is whose input.
/// </summary>
/// <param name="Coders">Steps.</param>
/// <param name="Pairs">Input and the output that feeds it.</param>
/// <param name="Packed">Inputs that come from the file.</param>
internal sealed record SevenZipFolder(IReadOnlyList<SevenZipCoder> Coders, IReadOnlyList<(int Input, int Output)> Pairs, IReadOnlyList<int> Packed)
{
    private const ulong Copy = 0x00;
    private const ulong Delta = 0x03;
    private const ulong NewBranch = 0x04;
    private const ulong Lzma2 = 0x21;
    private const ulong Lzma = 0x030101;
    private const ulong Branch = 0x03030103;
    private const ulong Ppmd = 0x030401;
    private const ulong Deflate = 0x040108;
    private const ulong BZip2 = 0x040202;
    private const ulong Zstd = 0x04F71101;
    private const ulong Aes = 0x06F10701;

    /// <summary>Bytes each output has, as the header says.</summary>
    public long[] Sizes { get; set; } = [];

    /// <summary>Checksum of all that comes out.</summary>
    public uint? Crc { get; set; }

    /// <summary>Members in it.</summary>
    public int Members { get; set; } = 1;

    /// <summary>Bytes that come out at the end.</summary>
    public long Size => Sizes.Length == 0 ? 0 : Sizes[Last];

    /// <summary>Why it is not unpacked here; null when it is.</summary>
    public string? Obstacle
    {
        get
        {
            foreach (var coder in Coders)
            {
                if (coder.Method == Aes)
                    return "is encrypted";
                if (coder.Inputs != 1 || coder.Outputs != 1)
                    return "is packed with BCJ2, which is not unpacked here";
                if (coder.Method == Ppmd)
                    return "is packed with PPMd, which is not unpacked here";
                if (coder.Method is not (Copy or Delta or NewBranch or Lzma2 or Lzma or Branch or Deflate or BZip2 or Zstd))
                    return $"is packed with method {coder.Method:x}, which is not unpacked here";
            }

            return Packed.Count == 1 && Pairs.Count == Coders.Count - 1 ? null : "is packed in a way that is not unpacked here";
        }
    }

    // The output that feeds no input.
    private int Last => Enumerable.Range(0, Coders.Count).FirstOrDefault(output => !Pairs.Any(pair => pair.Output == output));

    /// <summary>Opens it; <see cref="Obstacle"/> must be null.</summary>
    public Unpacker Open(ByteSource file, long start, long length) => Open(Last, file, start, length, 0);

    private Unpacker Open(int coder, ByteSource file, long start, long length, int depth)
    {
        if (depth >= Coders.Count)
            throw new DamagedFileException("the coders of the 7z archive feed one another", start);

        var (method, properties, size) = (Coders[coder].Method, Coders[coder].Properties, Sizes[coder]);
        var fed = Pairs.Where(pair => pair.Input == coder).Select(static pair => (int?)pair.Output).FirstOrDefault();
        if (method is Delta or Branch or NewBranch)
        {
            var filter = LzFilters.Find(method == Delta ? 3 : 4, properties) ?? throw new DamagedFileException("a filter of the 7z archive has wrong properties", start);
            return filter(fed is { } from ? Open(from, file, start, length, depth + 1) : new CopyUnpacker(new ByteFeed(file, start, start + length)));
        }

        if (fed is not null)
            throw new DamagedFileException("the 7z archive is packed twice, which no writer does", start);

        var feed = new ByteFeed(file, start, start + length);
        return (method, properties.Length) switch
        {
            (Copy, _) => new CopyUnpacker(feed),
            (Lzma2, 1) => new Lzma2Unpacker(feed, Lzma2Unpacker.Dictionary(properties[0])),
            (Lzma, 5) => new LzmaUnpacker(feed, properties[0], BitConverter.ToUInt32(properties, 1), size),
            (Deflate, _) => new Inflater(feed),
            (BZip2, _) => new BZip2Unpacker(feed),
            (Zstd, _) => new ZstdUnpacker(feed),
            _ => throw new DamagedFileException("a coder of the 7z archive has wrong properties", start),
        };
    }
}
