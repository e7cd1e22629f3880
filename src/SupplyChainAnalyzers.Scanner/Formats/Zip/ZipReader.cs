using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// Members of an archive by name, as its directory has them: for scanners that look something up. What is wrong with the
/// archive itself is the matter of <see cref="ZipInspector"/>.
/// </summary>
internal sealed class ZipReader
{
    private readonly ByteSource _file;
    private readonly ScanContext _context;

    /// <exception cref="DamagedFileException">There is no directory.</exception>
    public ZipReader(ByteSource file, ScanContext context)
    {
        (_file, _context) = (file, context);
        Entries = ZipReading.All(file) is [var first, ..] ? first.Entries : ZipReading.EndRecords(file).Count > 0 ? [] : throw new DamagedFileException("it has no directory", file.Length);
        Neighbours = ZipNeighbours.Of(Entries.Select(static entry => entry.Name));
    }

    /// <summary>In the directory's order; names are hostile and may occur twice.</summary>
    public IReadOnlyList<ZipRecord> Entries { get; }

    /// <summary>What lies at the archive's root: a loader that unpacks it may import that.</summary>
    public Neighbours Neighbours { get; }

    /// <summary>The last member of this name, which is the one Python takes; null when there is none.</summary>
    public ZipRecord? Find(string name) => Entries.LastOrDefault(entry => entry.Name == name);

    /// <summary>A member's unpacked bytes, as many as there are; small ones in memory, others read where they lie.</summary>
    /// <exception cref="DamagedFileException">It cannot be unpacked at all.</exception>
    /// <exception cref="LimitExceededException">It unpacks to too much.</exception>
    public ByteSource Open(ZipRecord entry)
    {
        var local = ZipRecordReader.Local(_file, entry.Offset) ?? throw new DamagedFileException("a member has no header", Math.Clamp(entry.Offset, 0, _file.Length));
        var content = ZipContent.Open(_file, local.Offset + local.HeaderLength, entry.PackedSize, entry.Method, _context)
            ?? throw new DamagedFileException($"a member is packed with method {entry.Method}, which is not read here", entry.Offset);
        return content.Damage is { } damage && content.Content.Length == 0 ? throw damage : content.Content;
    }
}
