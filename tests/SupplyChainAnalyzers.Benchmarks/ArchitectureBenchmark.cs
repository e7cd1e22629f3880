using System.Globalization;
using System.Text.Json;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// Runs the published command line over the models that <c>Architectures/make.py</c> exports: published networks of several sizes, untrained and trained,
/// none of which has a backdoor, and two of 43 classes, one of them with a planted patch.
/// </summary>
internal static class ArchitectureBenchmark
{
    private const string Planted = "planted";

    public static int Run(string[] arguments)
    {
        if (arguments is not [var folder, .. var rest] || !File.Exists(Path.Combine(folder, "labels.tsv")) || !PublishedTool.IsThere)
        {
            Console.WriteLine("usage: dotnet run --project build -- bench behavior-architectures FOLDER [option of models behavior …], after dotnet run --project build -- publish\nthe models: python3 tests/SupplyChainAnalyzers.Benchmarks/Architectures/make.py DATA FOLDER");
            return 2;
        }

        var tool = new PublishedTool("behavior-architectures", folder, rest);
        var (clean, alarms, failed) = (0, 0, 0);
        foreach (var fields in File.ReadLines(Path.Combine(folder, "labels.tsv")).Order(StringComparer.Ordinal).Select(static line => line.Split('\t')))
        {
            var path = Path.Combine(folder, Path.GetFileNameWithoutExtension(fields[0]));
            var answer = tool.Behavior(path + ".onnx", path + "_x.npy", path + "_y.npy");
            var isAlarm = Print(fields, answer);
            failed += answer is null ? 1 : 0;
            clean += fields[4] == Planted ? 0 : 1;
            alarms += isAlarm && fields[4] != Planted ? 1 : 0;
        }

        var report = new Report(Console.Out);
        report.Title($"{clean} models without a backdoor");
        report.Figure("suspicious", alarms, "", "0");
        report.Figure("not answered", failed, "", "0");
        return 0;
    }

    private static bool Print(string[] fields, (double Seconds, string Printed)? answer)
    {
        Console.Write($"{fields[0],-28} {fields[1],-12} {fields[2],3} px {fields[3],4} classes  {fields[4],-7} accuracy {fields[5]}  ");
        if (answer is not var (seconds, printed))
        {
            Console.WriteLine("no answer");
            return false;
        }

        using var json = JsonDocument.Parse(printed);
        var verdict = json.RootElement.GetProperty("verdict").GetString();
        var checks = json.RootElement.GetProperty("checks").EnumerateArray().Select(static check => (Id: check.GetProperty("check").GetString(), Outcome: check.GetProperty("outcome").GetString(), Score: Number(check, "score"))).ToArray();
        var highest = checks.MaxBy(static check => check.Score ?? double.NegativeInfinity);
        var skipped = checks.Count(static check => check.Outcome == "skipped");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds,6:0.0} s  score {Number(json.RootElement, "score"),7:0.000}  {verdict}{(Number(json.RootElement, "targetClass") is { } target ? $" class {target}" : "")}; highest {highest.Id} {highest.Score:0.000}; {skipped} skipped"));
        return verdict == "suspicious";
    }

    private static double? Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
