using System.Text;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>
/// What somebody needs who watches inputs where a model runs: blend each with some of the probe, take the mean entropy of the answers, and count
/// how many stay below the threshold. Harmless inputs do so at the rate that is expected; more of them is drift or an attack.
/// </summary>
internal static class StripMonitor
{
    /// <summary>In the report folder.</summary>
    public const string FileName = "strip-monitor.json";

    private const string Check = "strip";

    /// <summary>The file; null where the check did not come to numbers.</summary>
    public static byte[]? Write(BehaviorOutcome outcome)
    {
        if (outcome.Report is not { } report || report.Checks.FirstOrDefault(static check => check is { Check: Check, Values.Count: > 0 }) is not { } check)
            return null;

        var values = check.Values.ToDictionary(static value => value.Name, static value => value.Value, StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes(JsonWriter.Indented().BeginObject()
            .Member("monitorVersion", 1).Member("check", Check)
            .Member("model", outcome.File.Sha256).Member("probe", report.Inputs.FirstOrDefault(static input => input.Role == "probe")?.Sha256)
            .Member("overlays", (long)values["overlays"]).Name("alpha").Number(values["alpha"])
            .Name("entropyThreshold").Number(values["threshold"]).Name("expectedRate").Number(values["quantile"])
            .Name("cleanMeanEntropy").Number(values["cleanMean"]).EndObject().ToString());
    }
}
