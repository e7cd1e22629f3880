using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// Reads a zip archive in every way a loader may, reports where the ways part, and hands out each member under each of them:
/// by the directory, as Python and torch read; by the headers before the data, as streaming readers do; and what lies between.
/// </summary>
internal sealed class ZipInspector
{
    private readonly ByteSource _file;
    private readonly ScanContext _context;
    private readonly ZipMemberReader _members;
    private readonly HashSet<long> _listed = [];
    private readonly List<ZipExtent> _extents = [];

    private ZipInspector(ByteSource file, ScanContext context, Action<ZipMember> visit)
    {
        (_file, _context) = (file, context);
        _members = new ZipMemberReader(file, context, visit);
    }

    /// <summary>Reports what is wrong with the archive, and calls <paramref name="visit"/> for each reading of each member.</summary>
    /// <exception cref="LimitExceededException">It is a bomb.</exception>
    public static void Inspect(ByteSource file, ScanContext context, Action<ZipMember> visit) => new ZipInspector(file, context, visit).Run();

    private void Run()
    {
        var readings = Outer(ZipReading.All(_file));
        if (readings.Count > 1)
            _context.Report(Rules.AmbiguousArchive, "has two directories, and loaders disagree about which one counts; do not use it", readings[1].RecordOffset);

        foreach (var reading in readings)
        {
            if (reading.Counted != (ulong)reading.Entries.Count)
                _context.Report(Rules.AmbiguousArchive, $"counts {reading.Counted} members and lists {reading.Entries.Count}; do not use it", reading.RecordOffset);
            foreach (var entry in reading.Entries)
                _listed.Add(entry.Offset);
        }

        var names = new ZipNameCheck(_context);
        foreach (var reading in readings)
        {
            foreach (var entry in reading.Entries)
            {
                names.Check(entry, isFirstReading: reading == readings[0]);
                Entry(entry);
            }
        }

        new ZipGaps(_file, _context, _members, _extents).Inspect(readings);
    }

    // An archive that lies stored in another has its end record there; that one is no second directory of the outer one.
    private IReadOnlyList<ZipReading> Outer(IReadOnlyList<ZipReading> readings)
    {
        if (readings.Count < 2)
            return readings;

        var first = readings[0];
        return [first, .. readings.Skip(1).Where(other => !first.Entries.Any(entry => Holds(entry, other.RecordOffset)))];
    }

    private bool Holds(ZipRecord entry, long offset) =>
        entry.Offset < offset && ZipRecordReader.Local(_file, entry.Offset) is { } local && offset - local.Offset - local.HeaderLength < entry.PackedSize;

    private void Entry(ZipRecord entry)
    {
        if (ZipRecordReader.Local(_file, entry.Offset) is not { } local)
        {
            _context.Report(Rules.AmbiguousArchive, $"lists its member '{Printable.Of(entry.Name)}' where none starts: loaders that look for it elsewhere see what was not inspected; do not use it", Place(entry.Offset));
            return;
        }

        var differences = ZipComparison.Differences(entry, local);
        if (differences.Count > 0)
            _context.Report(Rules.AmbiguousArchive, $"has two headers for its member '{Printable.Of(entry.Name)}' that disagree about {string.Join(" and ", differences)}: loaders and scanners see different content; do not use it", entry.Offset);

        var start = local.Offset + local.HeaderLength;
        _extents.Add(new ZipExtent(local.Offset, Math.Min(_file.Length, start + Math.Min(entry.PackedSize, _file.Length)), entry, local));
        _members.Read(entry, start, isPlain: differences.Count == 0);
        if (entry.Method != local.Method || ZipComparison.Contradict(entry.PackedSize, local.PackedSize, local))
            _members.Read(local, start, isPlain: false);
        if (ZipComparison.Contradict(entry.PackedSize, local.PackedSize, local))
            Stream(start + Math.Min(local.PackedSize, _file.Length));
    }

    // As a reader goes on that believes the headers before the data.
    private void Stream(long offset)
    {
        while (ZipRecordReader.Local(_file, offset) is { } hidden && _listed.Add(offset))
        {
            _members.ReadHidden(hidden);
            offset += hidden.HeaderLength + Math.Min(hidden.PackedSize, _file.Length);
        }
    }

    private long Place(long offset) => Math.Clamp(offset, 0, _file.Length);
}
