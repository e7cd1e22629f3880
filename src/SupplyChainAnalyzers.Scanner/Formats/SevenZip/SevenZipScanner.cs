using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Formats.SevenZip;

/// <summary>
/// 7z archives, in which models were published that scanners did not open (nullifAI, ReversingLabs 2025). Encrypted ones and
/// rare methods are told as unscannable.
/// </summary>
internal sealed class SevenZipScanner : IFormatScanner
{
    private const int MaxLink = 4096;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.SevenZip];

    public void Scan(ByteSource source, ScanContext context)
    {
        var header = SevenZipHeader.Read(source, context);
        foreach (var name in header.Names)
        {
            if (MemberPath.Escape(name) is { } way)
                context.Report(Rules.EscapingMember, $"has a member '{Printable.Of(name)}', which {way} and would overwrite files there; do not unpack it", symbol: name);
        }

        if (header.Streams is { } streams)
            Folders(source, header, streams, context);

        if (header.End < source.Length)
        {
            context.Report(Rules.TrailingData, $"holds {source.Length - header.End} bytes behind the end of the archive; get the file from its author", header.End);
            EmbeddedFile.Scan(new SliceSource(source, header.End, source.Length - header.End, "what follows"), "what follows", context);
        }
    }

    private static void Folders(ByteSource source, SevenZipHeader header, SevenZipStreams streams, ScanContext context)
    {
        var neighbours = ZipNeighbours.Of(header.Names);
        var (member, stream) = (0, 0);
        var start = SevenZipHeader.SignatureSize + streams.Start;
        foreach (var folder in streams.Folders)
        {
            var sizes = streams.MemberSizes.Skip(member).Take(folder.Members).ToList();
            if (stream + folder.Packed.Count > streams.PackedSizes.Length)
                throw new DamagedFileException("the header of the 7z archive names streams that are not there", SevenZipHeader.SignatureSize);

            var packed = streams.PackedSizes.Skip(stream).Take(folder.Packed.Count).Sum();
            if (start < 0 || packed < 0 || start > source.Length - packed)
                throw new DamagedFileException("the file ends within a packed stream", source.Length);

            if (folder.Obstacle is { } obstacle)
                context.Unscannable($"has {folder.Members} members, '{Printable.Of(Name(header, member))}' the first, whose content {obstacle}; unpack it and scan the files", start);
            else
                Members(source, start, packed, folder, sizes, member, header, neighbours, context);

            start += packed;
            stream += folder.Packed.Count;
            member += folder.Members;
        }
    }

    private static void Members(
        ByteSource source, long start, long packed, SevenZipFolder folder, List<long> sizes, int first, SevenZipHeader header, Neighbours neighbours, ScanContext context)
    {
        var unpacked = Unpacked.Of(() => folder.Open(source, start, packed), packed, context);
        long offset = 0;
        for (var i = 0; i < sizes.Count; i++)
        {
            var there = Math.Clamp(unpacked.Content.Length - offset, 0, sizes[i]);
            var content = new SliceSource(unpacked.Content, Math.Min(offset, unpacked.Content.Length), there, "a member");
            if (header.Links.ElementAtOrDefault(first + i))
                Link(Name(header, first + i), content, start, context);
            if (there > 0)
                context.Nested(content, Name(header, first + i), neighbours);
            offset += sizes[i];
        }

        if (unpacked.Damage is { } damage)
            context.Unscannable($"cannot be unpacked to its end: {damage.Message}; get the file anew", start);
        else if (unpacked.Content.Length != folder.Size)
            context.Report(Rules.AmbiguousArchive, $"has members of {unpacked.Content.Length} bytes that claim to have {folder.Size}; do not use it", start);
        else if (folder.Crc is { } crc && crc != unpacked.Crc)
            context.Report(Rules.WrongChecksum, "has members whose content does not fit its checksum: it was damaged or exchanged; get the file anew", start);
    }

    private static void Link(string name, ByteSource content, long offset, ScanContext context)
    {
        var bytes = new byte[Math.Min(content.Length, MaxLink)];
        var target = Encoding.UTF8.GetString(bytes, 0, content.Read(0, bytes));
        if (MemberPath.EscapeOfLink(name, target) is { } way)
            context.Report(Rules.EscapingMember, $"has a link '{Printable.Of(name, 80)}' to '{Printable.Of(target, 80)}', which {way}; do not unpack it", offset, symbol: target);
    }

    private static string Name(SevenZipHeader header, int member) => header.Names.ElementAtOrDefault(member) is { Length: > 0 } name ? name : $"member {member}";
}
