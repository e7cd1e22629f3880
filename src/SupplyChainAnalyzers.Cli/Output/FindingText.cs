using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>A finding as one line that editors and build services recognise: <c>file(line,column): error CODE: message</c>.</summary>
internal static class FindingText
{
    private const string Red = "\u001b[31m";
    private const string Yellow = "\u001b[33m";
    private const string Plain = "\u001b[0m";

    /// <summary>The line.</summary>
    public static string Of(DecidedFinding decided, string currentDirectory, bool color)
    {
        var finding = decided.Finding;
        var place = finding.File ?? finding.Subject;
        var where = place is null ? "models" : ShownPath.Of(place, currentDirectory);
        if (finding.File is not null && finding.Region.Line > 0)
            where += FormattableString.Invariant($"({finding.Region.Line},{finding.Region.Column})");

        var word = decided.Level.Word();
        if (color && decided.Level is Level.Error or Level.Warning)
            word = (decided.Level == Level.Error ? Red : Yellow) + word + Plain;
        return $"{where}: {word} {finding.Rule.Id}: {finding.Message}";
    }
}
