using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Build.Targets;

/// <summary>Brings what the catalogue determines up to date, on the rules' pages and in the ready-made configurations, and names the pages that are missing.</summary>
internal static class DocsTarget
{
    private static readonly string Folder = Path.Combine(Repository.Root, RulePage.Folder);

    public static void Run(string[] arguments)
    {
        Update(Path.Combine(Folder, "README.md"), Index);
        List<string> missing = [];
        foreach (var rule in Rules.All)
        {
            var page = Path.Combine(Folder, rule.Id + ".md");
            if (File.Exists(page))
                Update(page, lines => [RulePage.Heading(rule), "", .. RulePage.Facts(rule), .. Own(lines, rule)]);
            else
                missing.Add(rule.Id);
        }

        if (missing.Count > 0)
            throw new StepFailedException($"write the pages of {string.Join(", ", missing)} in {RulePage.Folder}, in the shape of the others");

        foreach (var mode in GlobalConfig.Modes)
        {
            var text = GlobalConfig.Text(mode, static rule => RulePage.IsReportedByCompiler(File.ReadLines(Path.Combine(Folder, rule.Id + ".md"))));
            Update(Path.Combine(Repository.Root, GlobalConfig.PathOf(mode)), _ => text.Split('\n'));
        }
    }

    // What people wrote begins with this row. Without it nobody can tell where, and nothing of theirs may be lost.
    private static IEnumerable<string> Own(string[] lines, Rule rule)
    {
        var at = Array.FindIndex(lines, static line => line.StartsWith(RulePage.FirstOwnRow, StringComparison.Ordinal));
        return at >= 0 ? lines.Skip(at) : throw new StepFailedException($"add the row '{RulePage.FirstOwnRow}build, command line |' to the facts of {rule.Id}");
    }

    // A row that is missing goes behind the one before it: sections are ranges of numbers. Rows that a merge has mixed up are put in order.
    private static List<string> Index(string[] before)
    {
        List<string> lines = [.. before];
        foreach (var rule in Rules.All)
        {
            var at = lines.FindIndex(line => IdOf(line) == rule.Id);
            if (at >= 0)
                lines[at] = RulePage.IndexRow(rule);
            else
                lines.Insert(lines.FindLastIndex(line => IdOf(line) is { } id && string.CompareOrdinal(id, rule.Id) < 0) + 1, RulePage.IndexRow(rule));
        }

        for (var start = 0; start < lines.Count; start++)
        {
            var rows = lines.Skip(start).TakeWhile(static line => IdOf(line) is not null).Order(StringComparer.Ordinal).ToList();
            (lines, start) = ([.. lines.Take(start), .. rows, .. lines.Skip(start + rows.Count)], start + rows.Count);
        }

        return lines;
    }

    private static string? IdOf(string line) => line.StartsWith("| [SCA", StringComparison.Ordinal) ? line[3..10] : null;

    private static void Update(string page, Func<string[], IEnumerable<string>> change)
    {
        var before = File.Exists(page) ? File.ReadAllText(page) : "";
        var after = string.Join('\n', change(before.Split('\n')));
        if (after == before)
            return;

        File.WriteAllText(page, after);
        Console.WriteLine($"changed {Path.GetRelativePath(Repository.Root, page)}");
    }
}
