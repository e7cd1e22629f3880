using System.Buffers.Binary;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>One way to read an archive's directory: by one end record and one idea of what its offsets count from.</summary>
/// <param name="Start">Where the directory starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="RecordOffset">Where the end record stands that leads to it.</param>
/// <param name="RecordEnd">Where that record and its comment end.</param>
/// <param name="Counted">Entries the end record counts.</param>
/// <param name="Entries">Entries that are there.</param>
internal sealed record ZipReading(long Start, long End, long RecordOffset, long RecordEnd, ulong Counted, IReadOnlyList<ZipRecord> Entries)
{
    private const uint Signature = 0x06054b50; // PK 5 6
    private const int Size = 22;
    private const int Window = Size + ushort.MaxValue;
    private const int MaxRecords = 16; // in the last 64 KiB; inner archives at the end of outer ones have theirs there

    /// <summary>Every reading that yields an entry, the one most loaders take first; an empty archive yields none.</summary>
    /// <exception cref="LimitExceededException">More entries than a model has.</exception>
    public static IReadOnlyList<ZipReading> All(ByteSource file)
    {
        var readings = new List<ZipReading>();
        foreach (var place in EndRecords(file))
        {
            foreach (var reading in At(file, place))
            {
                if (reading.Entries.Count > 0 && !readings.Exists(known => known.Start == reading.Start && known.Entries[0].Offset == reading.Entries[0].Offset))
                    readings.Add(reading);
            }
        }

        return readings;
    }

    /// <summary>Places of end records near the end, the last first: Python and miniz take that one, others the one whose comment fits.</summary>
    public static IReadOnlyList<long> EndRecords(ByteSource file)
    {
        var tail = new byte[Math.Min(file.Length, Window)];
        var start = file.Length - tail.Length;
        var places = new List<long>();
        for (var end = file.Read(start, tail); end >= Size && places.Count < MaxRecords;)
        {
            var at = tail.AsSpan(0, end).LastIndexOf("PK\u0005\u0006"u8);
            if (at < 0)
                break;

            if (at <= tail.Length - Size)
                places.Add(start + at);
            end = at + 3;
        }

        return places;
    }

    private static IEnumerable<ZipReading> At(ByteSource file, long place)
    {
        ZipEnd end;
        try
        {
            end = ZipEnd.Read(file, place);
        }
        catch (DamagedFileException)
        {
            end = ZipEnd.ReadNarrow(file, place);
        }

        var recordEnd = Math.Min(file.Length, place + Size + BinaryPrimitives.ReadUInt16LittleEndian(file.ReadBytes(place + 20, 2, "its end record")));
        var size = (long)Math.Min(end.DirectorySize, long.MaxValue);
        var written = (long)Math.Min(end.DirectoryOffset, long.MaxValue);
        var counted = end.DirectoryEnd - size; // where it must start if it ends at the end record, as Python reckons
        if (Walk(file, counted, counted - written) is { Count: > 0 } shifted)
            yield return new ZipReading(counted, EndOf(counted, shifted), place, recordEnd, end.Entries, shifted);
        if (written != counted && Walk(file, written, 0) is { Count: > 0 } plain)
            yield return new ZipReading(written, EndOf(written, plain), place, recordEnd, end.Entries, plain);
    }

    private static List<ZipRecord> Walk(ByteSource file, long offset, long shift)
    {
        var entries = new List<ZipRecord>();
        while (ZipRecordReader.Central(file, offset, shift) is { } entry)
        {
            if (entries.Count == ZipDirectory.MaxEntries)
                throw new LimitExceededException($"its directory has more than {ZipDirectory.MaxEntries} entries", offset);

            entries.Add(entry);
            offset += entry.HeaderLength;
        }

        return entries;
    }

    private static long EndOf(long start, List<ZipRecord> entries) => start + entries.Sum(static entry => (long)entry.HeaderLength);
}
