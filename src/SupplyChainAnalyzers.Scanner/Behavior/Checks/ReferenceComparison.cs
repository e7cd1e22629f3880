using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Comparison;
using SupplyChainAnalyzers.Scanner.Behavior.Weights;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// A model beside an earlier version: which tensors changed and how, and where the answers moved. On ordinary inputs a backdoored and a benign
/// fine-tune of one model agree with it alike; they differ on blocks of colour and under patches, and a backdoor is learned in few directions.
/// </summary>
internal sealed class ReferenceComparison : IBehaviorCheck
{
    // Largest among twenty benign fine-tunes of ours: .317, .22 and .018. On noise alone answers moved by up to .75, so that is reported and no sign.
    private const double EnergyLimit = .32;
    private const double ColourLimit = .5;
    private const double PatchLimit = .03;

    public string Id => "comparison";

    public string Paper => "own; singular energy of weight differences as in Tran et al.: Spectral Signatures in Backdoor Attacks, NeurIPS 2018";

    public BehaviorTier Tier => BehaviorTier.Fast;

    public CheckNeeds Needs => CheckNeeds.Reference;

    public CheckResult Run(BehaviorContext context)
    {
        var reference = context.Reference!;
        var (now, was) = (ModelTensors.Of(context.Graph, context.Folder), ModelTensors.Of(reference.Graph, reference.Folder));
        var pairs = TensorPairs.Of(now, was);
        if (pairs.Pairs.Count == 0)
            throw new CheckSkippedException("no tensor of the reference has its counterpart in the model; for a model that was converted give --original");

        TensorDelta[] deltas = [.. pairs.Pairs.Select(pair => TensorDelta.Of(pair.Now, now[pair.Now], was[pair.Was])).Where(static delta => delta.IsChanged)];
        var energies = Energies(context, deltas);
        context.Progress(.5);
        var (shifts, without) = Shifts(context, reference);
        return Result(context, now.Count, pairs, deltas, energies, shifts, without);
    }

    private CheckResult Result(BehaviorContext context, int tensors, TensorPairs pairs, TensorDelta[] deltas, IReadOnlyDictionary<string, double> energies, AnswerShifts? shifts, string? without)
    {
        var energy = energies.Count == 0 ? 0 : Math.Round(energies.Values.Average(), 3);
        (string Words, double Score, int? Class)[] signs =
        [
            (FormattableString.Invariant($"{energy:P0} of what each layer learned lies in one direction"), energy / context.Parameter(this, "topEnergy", EnergyLimit), null),
            (FormattableString.Invariant($"{shifts?.Colours.Gain:P0} more of random blocks of colour are called class {shifts?.Colours.Class}"), (shifts?.Colours.Gain ?? 0) / context.Parameter(this, "colourGain", ColourLimit), shifts?.Colours.Class),
            (FormattableString.Invariant($"{shifts?.Patches.Gain:P1} more of the probe are called class {shifts?.Patches.Class} under random patches"), (shifts?.Patches.Gain ?? 0) / context.Parameter(this, "patchGain", PatchLimit), shifts?.Patches.Class),
        ];
        var (isSuspicious, worst) = (signs.Any(static sign => sign.Score >= 1), signs.MaxBy(static sign => sign.Score));
        var counts = $"{deltas.Length} of {tensors} tensors differ from the reference, {pairs.Added.Count} are new, {pairs.Removed.Count} are gone";
        return new CheckResult(Id, isSuspicious ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, isSuspicious
            ? $"differs from its reference as backdoored versions do: {string.Join("; ", signs.Where(static sign => sign.Score >= 1).Select(static sign => sign.Words))} ({counts}); ask what it was trained on, search it for triggers with --probe, or keep the reference"
            : deltas.Length + pairs.Added.Count + pairs.Removed.Count == 0 ? $"has the {tensors} tensors of its reference"
            : $"has changed as benign versions do: {counts}{(without is null ? "" : $"; answers were not compared: {without}")}")
        {
            Score = worst.Score,
            TargetClass = signs.Where(static sign => sign.Score >= 1 && sign.Class is not null).OrderByDescending(static sign => sign.Score).FirstOrDefault().Class,
            Rule = Rules.DiffersFromReference,
            Values = [new("tensors", tensors), new("changed", deltas.Length), new("added", pairs.Added.Count), new("removed", pairs.Removed.Count), new("topEnergy", energy), .. shifts?.Values ?? []],
            Items = [.. deltas.Select(delta => delta.Shown(energies.TryGetValue(delta.Name, out var top) ? top : null)).Take(ItemResult.MaxItems)],
        };
    }

    // Of each layer's difference, the part that one direction takes.
    private Dictionary<string, double> Energies(BehaviorContext context, TensorDelta[] deltas)
    {
        var (energies, steepest) = (new Dictionary<string, double>(StringComparer.Ordinal), (Energy: 0.0, Name: "", Values: Array.Empty<double>()));
        var layers = LayerWeights.Of(context.Graph, context.Folder).Select(static layer => layer.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var delta in deltas.Where(delta => layers.Contains(delta.Name)))
        {
            var leading = SingularValues.Leading(delta.Delta, delta.Rows, context.Random(this, delta.Name));
            energies[delta.Name] = leading[0] * leading[0] / (delta.DeltaNorm * delta.DeltaNorm);
            if (energies[delta.Name] > steepest.Energy)
                steepest = (energies[delta.Name], delta.Name, leading);
        }

        if (steepest.Values.Length > 1)
            context.Show(BarChart.Of(Id + "-spectrum", $"Leading singular values of what changed in the layer '{Printable.Of(steepest.Name, 40)}', where one direction has the largest part", steepest.Values, 0));
        return energies;
    }

    // Models that are no classifiers, or of other classes, are compared by their tensors alone.
    private (AnswerShifts? Shifts, string? Without) Shifts(BehaviorContext context, OtherModel reference)
    {
        try
        {
            return (AnswerShifts.Of(context, reference, context.Random(this, "inputs")), null);
        }
        catch (CheckSkippedException e)
        {
            return (null, e.Message);
        }
    }
}
