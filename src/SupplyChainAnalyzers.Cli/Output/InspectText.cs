using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>What <c>models inspect</c> prints for people: the verdict, then what is in the file, part by part.</summary>
internal static class InspectText
{
    private const int MaxMember = 120;

    /// <summary>Writes the one file.</summary>
    public static void Write(ReportTarget target, ScannedFile file, IReadOnlyList<ListingLine> listing)
    {
        List<string> lines = [.. ScanText.Lines(file, target.HasColor)];
        if (file.Sha256 is { } sha256)
            lines.Insert(1, "  sha256 " + sha256);

        foreach (var part in listing.GroupBy(static line => (line.Member, line.Section)))
        {
            lines.Add("");
            lines.Add(part.Key.Member is { } member ? $"{part.Key.Section} of {Printable.Path(member, MaxMember)}" : part.Key.Section);
            lines.AddRange(part.Select(static line => "  " + Printable.Of(line.Text, ShownPath.MaxLength)));
        }

        target.WriteText(lines);
    }
}
