using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>A folder people can look at: <c>index.html</c>, which needs nothing else, each picture as a file, and settings for a monitor of inputs where they were judged.</summary>
internal static class ReportFolder
{
    private const string Page = "index.html";

    /// <summary>Writes what is known; files of the same names are replaced, others stay.</summary>
    /// <exception cref="CommandFailedException">The folder cannot be written.</exception>
    public static void Write(string folder, BehaviorOutcome outcome)
    {
        try
        {
            Directory.CreateDirectory(folder);
            (BehaviorPicture Picture, byte[] Png)[] pictures = [.. Pictures(outcome.Report).Select(static picture => (picture, PngWriter.Write(picture)))];
            foreach (var (picture, png) in pictures)
                AtomicFile.Write(Path.Combine(folder, picture.Name + ".png"), png);

            if (StripMonitor.Write(outcome) is { } monitor)
                AtomicFile.Write(Path.Combine(folder, StripMonitor.FileName), monitor);
            AtomicFile.Write(Path.Combine(folder, Page), Encoding.UTF8.GetBytes(ReportPage.Write(outcome, pictures)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException(Rules.Unreadable, $"the report cannot be written to {Printable.Of(folder)}: {Printable.Of(e.Message)}");
        }
    }

    // Those of the checks, and a chart for each that measured classes.
    private static IEnumerable<BehaviorPicture> Pictures(BehaviorReport? report)
    {
        if (report is null)
            return [];

        var charts = from check in report.Checks
                     where check.Classes.Count > 1 && check.Classes[0].Values.Count > 0
                     let measured = check.Classes[0].Values[0].Name
                     select BarChart.Of(
                         $"chart-{check.Check}",
                         $"{check.Check}: {measured} of each class, from {check.Classes[0].Class} to {check.Classes[^1].Class}{(check.TargetClass is { } target ? FormattableString.Invariant($"; red is class {target}") : "")}",
                         [.. check.Classes.Select(one => one.Values.FirstOrDefault(value => value.Name == measured)?.Value ?? 0)],
                         check.TargetClass is { } found ? check.Classes.TakeWhile(one => one.Class != found).Count() : null);
        return report.Pictures.Concat(charts);
    }
}
