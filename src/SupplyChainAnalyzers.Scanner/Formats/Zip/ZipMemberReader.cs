using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>Unpacks members, each place only once, and tells where content and header disagree.</summary>
internal sealed class ZipMemberReader(ByteSource file, ScanContext context, Action<ZipMember> visit)
{
    private const long BombSize = 512 << 20;
    private const long MaxRatio = 200;
    private const int MaxLink = 4096;
    private const int AesMethod = 99;

    private readonly HashSet<(long Start, long Packed, int Method)> _read = [];
    private long _packed;
    private long _unpacked;

    /// <summary>Reads a member as a header has it.</summary>
    /// <param name="header">Of the directory or before the data.</param>
    /// <param name="start">Where the data starts.</param>
    /// <param name="isPlain">Whether all headers agree.</param>
    /// <returns>Bytes it takes in the file.</returns>
    public long Read(ZipRecord header, long start, bool isPlain)
    {
        if (!_read.Add((start, header.PackedSize, header.Method)))
            return 0;

        if (ZipContent.Open(file, start, header.PackedSize, header.Method, context) is not { } content)
        {
            context.Unscannable(header.Method == AesMethod ? Encrypted(header) : $"has a member '{Printable.Of(header.Name)}' that is packed with method {header.Method}, which is not unpacked here; unpack it and scan the files", header.Offset);
            return Math.Min(header.PackedSize, file.Length - start);
        }

        Count(content);
        if (header.IsMarkedEncrypted && !IsFalselyMarked(header, content))
            return content.Used;

        if ((header.Flags & ZipRecord.PatchFlag) != 0)
            context.Report(Rules.AmbiguousArchive, $"marks its member '{Printable.Of(header.Name)}' as a patch, which it is not: scanners stop there, some loaders don't; do not use it", header.Offset);

        Judge(header, content);
        if (content.Damage is not null && header.Method != 0 && Stored(header, start) is { } stored)
            visit(new ZipMember(header.Name, stored.Content, IsPlain: false));
        if (header.IsLink)
            Link(header, content.Content);
        if (!header.IsFolder || content.Content.Length > 0)
            visit(new ZipMember(header.Name, content.Content, isPlain));
        if (content.Damage is { } damage)
            context.Unscannable($"has a member '{Printable.Of(header.Name)}' that cannot be unpacked to its end: {damage.Message}; get the file anew", header.Offset);

        return content.Used;
    }

    /// <summary>Reads a member that no directory lists.</summary>
    /// <returns>Where it ends.</returns>
    public long ReadHidden(ZipRecord local)
    {
        context.Report(Rules.AmbiguousArchive, $"holds a member '{Printable.Of(local.Name)}' that its directory does not list: some loaders see it, others don't; do not use it", local.Offset);
        if (MemberPath.Escape(local.Name) is { } way)
            context.Report(Rules.EscapingMember, $"has a member '{Printable.Of(local.Name)}', which {way} and would overwrite files there; do not unpack it", local.Offset, symbol: local.Name);

        var start = local.Offset + local.HeaderLength;
        var open = local.HasDescriptor && local.PackedSize is 0 or uint.MaxValue;
        var header = open ? local with { PackedSize = file.Length - start } : local;
        return start + (open && local.Method == 0 ? 0 : Read(header, start, isPlain: false));
    }

    private void Judge(ZipRecord header, ZipContent content)
    {
        if (content.Damage is not null || header.HasDescriptor && header.PackedSize == 0)
            return;

        var name = Printable.Of(header.Name);
        var isMeant = !(header.HasDescriptor && header.Crc == 0 && header.Size == 0);
        if (isMeant && content.Crc is { } crc && crc != header.Crc)
            context.Report(Rules.WrongChecksum, $"has a member '{name}' whose content does not fit its checksum: it was damaged or exchanged; get the file anew", header.Offset);
        if (isMeant && content.Content.Length != header.Size)
            context.Report(Rules.AmbiguousArchive, $"has a member '{name}' of {content.Content.Length} bytes that claims to have {header.Size}; do not use it", header.Offset);
        if (content.Used < header.PackedSize && header.Method != 0 && header.PackedSize < file.Length - header.Offset - header.HeaderLength)
            context.Report(Rules.TrailingData, $"has a member '{name}' with {header.PackedSize - content.Used} bytes behind its end that no loader unpacks; get the file from its author", header.Offset);
    }

    // CVE-2025-1945: the flags of an encrypted member on one that is not. Scanners stop there, torch doesn't look at them.
    private bool IsFalselyMarked(ZipRecord header, ZipContent content)
    {
        var fits = content.Damage is null && content.Crc == header.Crc && content.Content.Length == header.Size;
        if (!fits && (content.Content.Length == 0 || FormatIdentifier.Identify(content.Content) is { Format: var format } && format == ModelFormats.Unknown))
        {
            context.Unscannable(Encrypted(header), header.Offset);
            return false;
        }

        context.Report(Rules.AmbiguousArchive, $"marks its member '{Printable.Of(header.Name)}' as encrypted though it is not: scanners stop there, some loaders don't; do not use it", header.Offset);
        return true;
    }

    private static string Encrypted(ZipRecord header) => $"has an encrypted member '{Printable.Of(header.Name)}', which cannot be inspected; decrypt it and scan the files";

    private ZipContent? Stored(ZipRecord header, long start)
    {
        var raw = ZipContent.Open(file, start, header.PackedSize, 0, context);
        if (raw is null || FormatIdentifier.Identify(raw.Content).Format is var format && (format == ModelFormats.Unknown || format == ModelFormats.Empty))
            return null;

        context.Report(Rules.AmbiguousArchive, $"has a member '{Printable.Of(header.Name)}' that is not packed as its header says; do not use it", header.Offset);
        return raw;
    }

    private void Link(ZipRecord header, ByteSource content)
    {
        var bytes = new byte[Math.Min(content.Length, MaxLink)];
        var target = Encoding.UTF8.GetString(bytes, 0, content.Read(0, bytes));
        if (MemberPath.EscapeOfLink(header.Name, target) is { } way)
            context.Report(Rules.EscapingMember, $"has a link '{Printable.Of(header.Name, 80)}' to '{Printable.Of(target, 80)}', which {way}; do not unpack it", header.Offset, symbol: target);
    }

    // Bombs of members that lie over one another (Fifield, "A better zip bomb", 2019).
    private void Count(ZipContent content)
    {
        _packed += content.Used;
        _unpacked += content.Content.Length;
        if (_unpacked > BombSize && _unpacked / MaxRatio > file.Length)
            throw context.Budget.Exceeded($"its members unpack to more than {_unpacked >> 20} MiB, over {MaxRatio} times its size");
        if (_packed / 4 > file.Length + (1 << 20))
            throw context.Budget.Exceeded("its members lie over one another many times");
    }
}
