using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Checks;

/// <summary>
/// Which tensors are the reference's, byte by byte, and which are not. Of a quantised copy every tensor is near its original; one that is much
/// farther away than the others was changed as well.
/// </summary>
internal sealed class TensorIdentity : ICheckpointCheck
{
    private const int FewestRequantized = 8;
    private const double LeastDeviation = .1; // of logarithms

    public string Id => "tensor-identity";

    public string Paper => "own";

    public bool Concerns(CheckpointContext context) => context.Reference is not null && !context.IsAdapter;

    public CheckResult Run(CheckpointContext context)
    {
        var all = context.Differences;
        var common = all.Where(static one => one.State is not (TensorState.Added or TensorState.Removed)).ToList();
        if (common.Count == 0)
            throw new CheckSkippedException("it has no tensor of a name the reference has");

        string[] changed = [.. all.Where(static one => one.State is not TensorState.Same).Select(static one => one.Name)];
        var same = common.Count(static one => one.State == TensorState.Same);
        Measurement[] values =
        [
            .. Enum.GetValues<TensorState>().Select(state => new Measurement(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString()), all.Count(one => one.State == state))),
            .. common.Where(static one => double.IsFinite(one.Relative)).Select(static one => one.Relative).ToArray() is { Length: > 0 } relative
                ? new[] { new Measurement("medianRelativeDelta", RobustScore.Median(relative)), new Measurement("maxRelativeDelta", relative.Max()) } : [],
        ];
        if (Outlier(common, context) is { } outlier)
        {
            return new CheckResult(Id, CheckOutcome.Suspicious, FormattableString.Invariant($"is a quantised copy of the reference in all but {Printable.Of(outlier.Name, 80)}, which differs by {outlier.Relative * 100:0.#} % of its norm where others do by {outlier.Usual * 100:0.#} %; quantise the reference yourself and use that"))
            {
                Score = outlier.Score,
                Rule = Rules.MatrixEdited,
                Values = values,
            };
        }

        var share = FormattableString.Invariant($"{(int)(100.0 * same / all.Count)} % of {all.Count} tensors are the reference's byte by byte");
        return new CheckResult(Id, CheckOutcome.NoFinding, changed.Length == 0 ? share : $"{share}; others are {Roster.Of(changed)}") { Values = values };
    }

    private (string Name, double Relative, double Usual, double Score)? Outlier(List<TensorDifference> common, CheckpointContext context)
    {
        // Types quantise with errors of their own size.
        foreach (var group in common.Where(static one => one is { State: TensorState.Requantized, Relative: > 0 } && double.IsFinite(one.Relative)).GroupBy(static one => (one.Model!.Type, one.Reference!.Type)))
        {
            var found = group.ToList();
            if (found.Count < FewestRequantized)
                continue;

            double[] logs = [.. found.Select(static one => Math.Log(one.Relative))];
            var (middle, deviation) = RobustScore.Around(logs, LeastDeviation);
            var place = Array.IndexOf(logs, logs.Max());
            var z = (logs[place] - middle) / deviation;
            if (z >= context.Parameter(this, "deviations", 8) && logs[place] - middle >= Math.Log(2))
                return (found[place].Name, found[place].Relative, Math.Exp(middle), z / context.Parameter(this, "deviations", 8));
        }

        return null;
    }
}
