using System.Text.Json;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>What was said of a model of the zoo.</summary>
/// <param name="Model">Which.</param>
/// <param name="Seconds">From start to answer.</param>
/// <param name="Score">All checks together.</param>
/// <param name="IsSuspicious">The verdict.</param>
/// <param name="Target">The class that was named; null without one.</param>
/// <param name="AnomalyIndex">What Neural Cleanse says by itself.</param>
/// <param name="MarginRarity">What MM-BD says by itself: 1 less the p-value of its largest margin.</param>
internal sealed record ZooResult(ZooModel Model, double Seconds, double Score, bool IsSuspicious, int? Target, double AnomalyIndex, double MarginRarity)
{
    /// <summary>Reads what <c>models behavior --format json</c> printed.</summary>
    public static ZooResult Of(ZooModel model, double seconds, string printed)
    {
        using var json = JsonDocument.Parse(printed);
        var report = json.RootElement;
        var checks = report.GetProperty("checks").EnumerateArray().ToDictionary(static check => check.GetProperty("check").GetString()!);
        return new ZooResult(
            model,
            seconds,
            Number(report, "score") ?? 0,
            report.GetProperty("verdict").GetString() == "suspicious",
            (int?)Number(report, "targetClass"),
            checks.TryGetValue("neural-cleanse", out var patches) ? Number(patches.GetProperty("values"), "anomalyIndex") ?? 0 : 0,
            checks.TryGetValue("mm-bd", out var margins) ? GammaTail.Rarity([.. margins.GetProperty("classes").EnumerateArray().Select(static one => Number(one.GetProperty("values"), "margin")!.Value)]) : 0);
    }

    private static double? Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
