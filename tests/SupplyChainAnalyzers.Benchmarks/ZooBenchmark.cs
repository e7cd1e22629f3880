using System.Globalization;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// Runs the published command line over models of which it is known whether they have a backdoor, and says how well its score tells them
/// apart, beside Neural Cleanse and MM-BD by themselves on the same searches. What was answered is kept, so that it goes on where it was.
/// </summary>
internal static class ZooBenchmark
{
    private const double PlainIndex = 2; // the limit of the paper

    public static int Run(string[] arguments)
    {
        if (arguments is not [var folder, .. var rest] || !Directory.Exists(folder) || !PublishedTool.IsThere)
        {
            Console.WriteLine("usage: dotnet run --project build -- bench behavior-zoo FOLDER [option of models behavior …], after dotnet run --project build -- publish");
            return 2;
        }

        var tool = new PublishedTool("behavior-zoo", folder, rest);
        var results = new List<ZooResult>();
        foreach (var model in ZooModel.In(folder))
        {
            var (seconds, printed) = tool.Behavior(model.Path, model.Probe(folder, "x"), model.Probe(folder, "y")) ?? throw new InvalidOperationException($"{model.Path} was not checked");
            var result = ZooResult.Of(model, seconds, printed);
            results.Add(result);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(model.Path),-12} {model.Attack,-12} {model.Architecture,-8} {(model.IsUsable ? "" : "weak"),-4} {result.Seconds,6:0.0} s  score {result.Score,7:0.000}  {(result.IsSuspicious ? "suspicious" : ""),-10} {(result.Target is { } target ? $"class {target}" : ""),-8} (planted {model.Target})"));
        }

        Print(results);
        return 0;
    }

    private static void Print(List<ZooResult> results)
    {
        var report = new Report(Console.Out);
        ZooResult[] clean = [.. results.Where(static result => result.Model.Attack == ZooModel.Clean)];
        ZooResult[] attacked = [.. results.Where(static result => result.Model.Attack != ZooModel.Clean && result.Model.IsUsable)];
        report.Title($"{clean.Length} clean models, {attacked.Length} with a backdoor that works");
        if (clean.Length == 0 || attacked.Length == 0)
            return;

        report.Figure("area under the ROC curve", Area(static result => result.Score), "", ">= 0.95");
        report.Figure("  Neural Cleanse by itself (anomaly index)", Area(static result => result.AnomalyIndex), "", "below ours");
        report.Figure("  MM-BD by itself (p-value)", Area(static result => result.MarginRarity), "", "below ours");
        report.Figure("found above every clean model", Separation.FoundWithoutAlarm(Scores(clean), Scores(attacked)), "", ">= 0.85");
        report.Figure("suspicious, of those with a backdoor", attacked.Average(static result => result.IsSuspicious ? 1.0 : 0), "", ">= 0.85");
        report.Figure("suspicious, of clean ones", clean.Average(static result => result.IsSuspicious ? 1.0 : 0), "", "0");
        report.Figure($"  Neural Cleanse by itself (index >= {PlainIndex:0})", clean.Average(static result => result.AnomalyIndex >= PlainIndex ? 1.0 : 0), "", "above ours");
        ZooResult[] named = [.. attacked.Where(static result => result.IsSuspicious && result.Model.Attack is not ("all2all" or "source" or "multi"))];
        if (named.Length > 0)
            report.Figure("right class named, where all go to one", named.Average(static result => result.Target == result.Model.Target ? 1.0 : 0), "", ">= 0.9");
        report.Figure("seconds a model, the middle one", Report.Median(results.Select(static result => result.Seconds)), "s", "<= 20");
        foreach (var attack in attacked.GroupBy(static result => result.Model.Attack).OrderBy(static group => group.Key, StringComparer.Ordinal))
            report.Note(string.Create(CultureInfo.InvariantCulture, $"{attack.Key,-12} {attack.Count(),3} models  area {Separation.Area(Scores(clean), Scores(attack)):0.00}  suspicious {attack.Count(static result => result.IsSuspicious)}"));

        double Area(Func<ZooResult, double> score) => Separation.Area([.. clean.Select(score)], [.. attacked.Select(score)]);
    }

    private static double[] Scores(IEnumerable<ZooResult> results) => [.. results.Select(static result => result.Score)];
}
