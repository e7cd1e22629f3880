using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Linear;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Checks;

/// <summary>
/// A fact is written into a model by adding a matrix of rank one to a single layer (Meng et al., ROME). Training changes many matrices, each in many
/// directions.
/// </summary>
internal sealed class RankOneEdits : ICheckpointCheck
{
    private const int MaxMatrices = 64; // looked at; of more, some between the first and the last
    private const int MaxEdited = 8;

    public string Id => "rank-one-edits";

    public string Paper => "Meng et al.: Locating and Editing Factual Associations in GPT, NeurIPS 2022";

    public bool Concerns(CheckpointContext context) => context.Reference is not null && !context.IsAdapter;

    public CheckResult Run(CheckpointContext context)
    {
        var matrices = context.Differences.Where(static one => one.Reference is { Shape.Length: 2 } && one.State is not TensorState.Removed).ToList();
        var changed = matrices.Where(static one => one.IsMatrix && one.State == TensorState.Changed).ToList();
        var same = matrices.Count(static one => one.State == TensorState.Same);
        if (matrices.Count == 0 || matrices.TrueForAll(static one => one.State == TensorState.Requantized))
            throw new CheckSkippedException("the reference has its matrices in other types, which hides how they were changed");

        var step = Math.Max(1, (changed.Count + MaxMatrices - 1) / MaxMatrices);
        var energies = new List<(string Name, double Energy)>();
        for (var i = 0; i < changed.Count; i += step)
        {
            var one = changed[i];
            var random = new SeededRandom("sketch", one.Name, FormattableString.Invariant($"{one.Model!.Rows}x{one.Model.Columns}"));
            energies.Add((one.Name, Math.Round(SketchedSpectrum.Of(one.Rows, (int)one.Model.Rows, (int)one.Model.Columns, random).TopEnergy, 4)));
            context.Progress((i + 1.0) / changed.Count);
        }

        var limit = context.Parameter(this, "energy", .9);
        var edited = energies.Where(one => one.Energy >= limit).ToList();
        var most = energies.Select(static one => one.Energy).DefaultIfEmpty(0).Max();
        Measurement[] values =
        [
            new("same", same), new("changed", changed.Count), new("rankOne", edited.Count), new("maxTopEnergy", most), new("meanTopEnergy", energies.Select(static one => one.Energy).DefaultIfEmpty(0).Average()),
        ];
        var isIsolated = edited.Count is > 0 and <= MaxEdited && same * 2 >= matrices.Count;
        return isIsolated
            ? new CheckResult(Id, CheckOutcome.Suspicious, $"differs from the reference by rank one in {Roster.Of([.. edited.Select(static one => one.Name)])}, while {same} of {matrices.Count} matrices are the same: that is how single facts are written into a model; use the reference, or ask its publisher what was edited")
            {
                Score = most / limit,
                Rule = Rules.MatrixEdited,
                Values = values,
            }
            : new CheckResult(Id, CheckOutcome.NoFinding, changed.Count == 0 ? "has no changed matrix" : edited.Count > 0 ? $"differs by rank one in {edited.Count} of {energies.Count} matrices looked at, as merged adapters of rank one leave behind" : FormattableString.Invariant($"changes {changed.Count} matrices, none in a single direction")) { Score = same * 2 >= matrices.Count ? most / limit : null, Values = values };
    }
}
