using System.Globalization;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>Numbers in sentences.</summary>
internal static class Counted
{
    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Of(int count, string noun) =>
        Number(count) + " " + noun + (count == 1 ? "" : "s");

    /// <summary><c>12,345</c>.</summary>
    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>no findings</c>, or <c>1 error, 2 warnings</c>.</summary>
    public static string Levels(IReadOnlyList<DecidedFinding> findings)
    {
        (Level Level, string Noun)[] nouns = [(Level.Error, "error"), (Level.Warning, "warning"), (Level.Message, "message")];
        var parts = nouns.Select(noun => (Count: At(findings, noun.Level), noun.Noun)).Where(static part => part.Count > 0).ToList();
        return parts.Count == 0 ? "no findings" : string.Join(", ", parts.Select(static part => Of(part.Count, part.Noun)));
    }

    /// <summary>How many findings have this level.</summary>
    public static int At(IEnumerable<DecidedFinding> findings, Level level) => findings.Count(finding => finding.Level == level);
}
