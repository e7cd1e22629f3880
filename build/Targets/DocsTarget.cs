using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Build.Targets;

/// <summary>Brings what the catalogue determines on the rules' pages up to date, and names the pages that are missing.</summary>
internal static class DocsTarget
{
    private static readonly string Folder = Path.Combine(Repository.Root, RulePage.Folder);

    public static void Run(string[] arguments)
    {
        Update(Path.Combine(Folder, "README.md"), lines => lines.Select(IndexRow));
        List<string> missing = [];
        foreach (var rule in Rules.All)
        {
            var page = Path.Combine(Folder, rule.Id + ".md");
            if (File.Exists(page))
                Update(page, lines => [RulePage.Heading(rule), "", .. RulePage.Facts(rule), .. lines.Skip(2 + RulePage.Facts(rule).Length)]);
            else
                missing.Add(rule.Id);
        }

        if (missing.Count > 0)
            throw new StepFailedException($"write the pages of {string.Join(", ", missing)} in {RulePage.Folder}, in the shape of the others");
    }

    private static string IndexRow(string line) =>
        line.StartsWith("| [SCA", StringComparison.Ordinal) && Rules.Find(line[3..10]) is { } rule ? RulePage.IndexRow(rule) : line;

    private static void Update(string page, Func<string[], IEnumerable<string>> change)
    {
        var before = File.ReadAllText(page);
        var after = string.Join('\n', change(before.Split('\n')));
        if (after == before)
            return;

        File.WriteAllText(page, after);
        Console.WriteLine($"changed {Path.GetRelativePath(Repository.Root, page)}");
    }
}
