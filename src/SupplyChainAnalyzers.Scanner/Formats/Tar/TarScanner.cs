using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Tar;

/// <summary>
/// Tar archives and NeMo's, which are such: member by member, links and devices, and what lies behind the end. Unpacking one
/// with a member that leads out of the folder writes there (CVE-2007-4559; NeMo: CVE-2025-23304 for what its members do).
/// </summary>
internal sealed class TarScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Tar, ModelFormats.NeMo];

    public void Scan(ByteSource source, ScanContext context)
    {
        var names = Names(source, context);
        var neighbours = ZipNeighbours.Of(names.Select(static name => name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name));
        var reader = new TarReader(source, context);
        var links = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var hasHidden = false;
        foreach (var entry in reader.Entries())
        {
            if (reader.Ended is { } end && !hasHidden)
            {
                hasHidden = true;
                context.Report(Rules.AmbiguousArchive, "holds members behind its end, which some loaders see and others don't; do not use it", end);
            }

            Judge(entry, links, seen, context);
            if (entry.Size > 0)
                context.Nested(new SliceSource(source, entry.DataOffset, entry.Size, "a member"), entry.Name, neighbours);
        }

        if (reader.Broken is { } broken)
            throw new DamagedFileException("a header has a wrong checksum", broken);
        if (reader.Rest is { } rest)
            context.Report(Rules.TrailingData, $"holds {source.Length - rest} bytes behind the end of the archive; get the file from its author", rest);
    }

    private static List<string> Names(ByteSource source, ScanContext context)
    {
        try
        {
            return [.. new TarReader(source, context).Entries().Select(static entry => entry.Name)];
        }
        catch (DamagedFileException)
        {
            return []; // told when it is met again
        }
    }

    private static void Judge(TarEntry entry, HashSet<string> links, HashSet<string> seen, ScanContext context)
    {
        var name = Printable.Of(entry.Name, 100);
        if (MemberPath.Escape(entry.Name) is { } way)
            context.Report(Rules.EscapingMember, $"has a member '{name}', which {way} and would overwrite files there; do not unpack it", entry.Offset, symbol: entry.Name);

        var isLink = entry.Kind is '1' or '2';
        var leadsOut = entry.Kind switch { '1' => MemberPath.Escape(entry.Link), '2' => MemberPath.EscapeOfLink(entry.Name, entry.Link), _ => null };
        if (leadsOut is not null)
            context.Report(Rules.EscapingMember, $"has a link '{name}' to '{Printable.Of(entry.Link, 100)}', which {leadsOut}; do not unpack it", entry.Offset, symbol: entry.Link);
        else if (PassesThrough(entry.Name, links) || (isLink && entry.Link.Contains("..", StringComparison.Ordinal) && PassesThrough(entry.Link, links)))
            context.Report(Rules.EscapingMember, $"has a member '{name}' that is written through a link in the archive; do not unpack it", entry.Offset, Severity.Medium, entry.Name);

        if (entry.Kind is '3' or '4' or '6')
            context.Report(Rules.EscapingMember, $"has a member '{name}' that is {(entry.Kind == '6' ? "a pipe" : "a device")}, which no model needs; do not unpack it", entry.Offset, symbol: entry.Name);
        if (entry.IsSparse)
            context.Unscannable($"has a sparse member '{name}', whose content is not put together here; unpack it and scan the files", entry.Offset);
        if (entry.Size != entry.HeaderSize && entry.HeaderSize != 0)
            context.Report(Rules.AmbiguousArchive, $"tells the size of its member '{name}' in two ways; do not use it", entry.Offset);
        if (!isLink && entry.Kind != '5' && !seen.Add(entry.Name))
            context.Report(Rules.AmbiguousArchive, $"has two members named '{name}', of which the last overwrites the first; do not use it", entry.Offset, Severity.Low);
        if (entry.Kind == '2')
            links.Add(entry.Name.TrimEnd('/'));
    }

    private static bool PassesThrough(string path, HashSet<string> links)
    {
        if (links.Count == 0)
            return false;

        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (links.Contains(path[..slash]))
                return true;
        }

        return false;
    }
}
