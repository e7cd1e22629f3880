using System.Buffers.Binary;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// What lies before, between and behind the listed members: descriptors and padding are fine, members that no directory
/// lists and other content are not.
/// </summary>
internal sealed class ZipGaps(ByteSource file, ScanContext context, ZipMemberReader members, List<ZipExtent> extents)
{
    private const int Step = 64 << 10;
    private const int MaxDescriptor = 24;
    private const uint DescriptorSignature = 0x08074b50; // PK 7 8

    public void Inspect(IReadOnlyList<ZipReading> readings)
    {
        long end = 0;
        ZipExtent? before = null;
        foreach (var extent in extents.OrderBy(static extent => extent.Start).ThenBy(static extent => extent.End))
        {
            if (before is { } known && extent.Start < end && extent != known)
            {
                context.Report(Rules.AmbiguousArchive, $"has members that lie over one another, '{Printable.Of(known.Central.Name, 80)}' and '{Printable.Of(extent.Central.Name, 80)}'; do not use it", extent.Start);
            }

            Gap(end, extent.Start, before);
            if (extent.End >= end)
                (end, before) = (extent.End, extent);
        }

        foreach (var reading in readings.OrderBy(static reading => reading.Start))
        {
            Gap(end, reading.Start, before);
            (end, before) = (Math.Max(end, reading.RecordEnd), null);
        }

        if (readings.Count > 0)
            Behind(end);
        else if (ZipReading.EndRecords(file) is [.., var only])
            Gap(0, only, null);
        else
            Gap(0, file.Length, null);
    }

    private void Behind(long end)
    {
        if (end >= file.Length || FirstUsed(end, file.Length) < 0)
            return;

        context.Report(Rules.TrailingData, $"holds {file.Length - end} bytes behind the end of the archive, which no loader reads; get the file from its author", end);
        if (Hidden(end, file.Length) == end)
            EmbeddedFile.Scan(new SliceSource(file, end, file.Length - end, "what follows"), "what follows", context);
    }

    private void Gap(long start, long end, ZipExtent? before)
    {
        if (before is { } member)
            start += Descriptor(member, start, end);
        if (start >= end)
            return;

        var used = FirstUsed(start, end);
        if (used < 0)
            return;

        var rest = Hidden(used, end);
        if (rest < end && FirstUsed(rest, end) is >= 0 and var place)
            context.Report(Rules.TrailingData, $"holds {end - place} bytes between its members that belong to none; get the file from its author", place);
    }

    // Members from one place on; returns where they end, which is the start when there are none.
    private long Hidden(long start, long end)
    {
        if (NativeProgram.Find(file, start) is { } program)
            context.Report(Rules.EmbeddedExecutable, $"holds {program} outside of its members; do not use it", start);

        var rest = start;
        for (var at = Find(start, end); at >= 0; at = Find(rest, end))
        {
            if (ZipRecordReader.Local(file, at) is not { RawName.Length: > 0 } local)
            {
                rest = at + 4;
                continue;
            }

            rest = Math.Max(members.ReadHidden(local), at + local.HeaderLength);
            var descriptor = new byte[4];
            if (local.HasDescriptor && file.Read(rest, descriptor) == 4)
                rest += BinaryPrimitives.ReadUInt32LittleEndian(descriptor) == DescriptorSignature ? 16 : 12;
        }

        return Math.Min(rest, end);
    }

    // APPNOTE 6.3.10 §4.3.9: signature (optional) 4, CRC 4, packed and unpacked size 4 or 8 each.
    private long Descriptor(ZipExtent member, long start, long end)
    {
        if (!member.Local.HasDescriptor && !member.Central.HasDescriptor)
            return 0;

        Span<byte> bytes = stackalloc byte[MaxDescriptor];
        var count = file.Read(start, bytes[..(int)Math.Clamp(end - start, 0, MaxDescriptor)]);
        bytes = bytes[..count];
        var signature = count >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == DescriptorSignature ? 4 : 0;
        var rest = bytes[signature..];
        if (rest.Length >= 20 && BinaryPrimitives.ReadUInt32LittleEndian(rest) == member.Central.Crc && BinaryPrimitives.ReadInt64LittleEndian(rest[4..]) == member.Central.PackedSize)
            return signature + 20;
        if (rest.Length >= 12 && BinaryPrimitives.ReadUInt32LittleEndian(rest) == member.Central.Crc && BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) == (uint)member.Central.PackedSize)
            return signature + 12;

        if (signature == 0)
            return 0;

        context.Report(Rules.AmbiguousArchive, $"has a member '{Printable.Of(member.Central.Name)}' whose sizes are told differently before and behind it; do not use it", start);
        return Math.Min(rest.Length, 12) + signature;
    }

    // Padding is zeros.
    private long FirstUsed(long start, long end)
    {
        var step = new byte[(int)Math.Clamp(end - start, 0, Step)];
        while (start < end)
        {
            var count = file.Read(start, step.AsSpan(0, (int)Math.Min(step.Length, end - start)));
            if (count <= 0)
                return -1;

            var at = step.AsSpan(0, count).IndexOfAnyExcept((byte)0);
            if (at >= 0)
                return start + at;

            start += count;
        }

        return -1;
    }

    private long Find(long start, long end)
    {
        var step = new byte[(int)Math.Clamp(end - start, 0, Step)];
        while (start + 4 <= end)
        {
            var count = file.Read(start, step.AsSpan(0, (int)Math.Min(step.Length, end - start)));
            if (count < 4)
                return -1;

            var at = step.AsSpan(0, count).IndexOf("PK\u0003\u0004"u8);
            if (at >= 0)
                return start + at;

            start += count - 3;
        }

        return -1;
    }
}
