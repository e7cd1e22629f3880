using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>Names that lead elsewhere, that mean two things, or that occur twice.</summary>
internal sealed class ZipNameCheck(ScanContext context)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    public void Check(ZipRecord entry, bool isFirstReading)
    {
        Escape(entry.Name, entry.Offset);
        if (entry.UnicodeName is { } other && other != entry.Name && Array.TrueForAll(entry.RawName, static value => value < 0x80))
        {
            context.Report(Rules.AmbiguousArchive, $"has a member that is '{Printable.Of(entry.Name, 80)}' to some loaders and '{Printable.Of(other, 80)}' to others; do not use it", entry.Offset);
            Escape(other, entry.Offset);
        }

        // Python cuts the name there.
        if (entry.Name.Contains('\0', StringComparison.Ordinal))
            context.Report(Rules.AmbiguousArchive, $"has a member '{Printable.Of(entry.Name)}' whose name ends in its middle for some loaders; do not use it", entry.Offset);

        if (isFirstReading && !entry.IsFolder && !_names.TryAdd(entry.Name, entry.Name))
            Twice(entry, _names[entry.Name]);
    }

    private void Twice(ZipRecord entry, string known) => context.Report(
        Rules.AmbiguousArchive,
        known == entry.Name
            ? $"has two members named '{Printable.Of(entry.Name)}', and loaders disagree about which one counts; do not use it"
            : $"has two members, '{Printable.Of(known, 80)}' and '{Printable.Of(entry.Name, 80)}', that are one file on Windows and macOS; do not unpack it there",
        entry.Offset,
        known == entry.Name ? Severity.Medium : Severity.Low);

    private void Escape(string name, long offset)
    {
        if (MemberPath.Escape(name) is { } way)
            context.Report(Rules.EscapingMember, $"has a member '{Printable.Of(name)}', which {way} and would overwrite files there; do not unpack it", offset, symbol: name);
    }
}
