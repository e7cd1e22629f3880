using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Behavior.Poisoning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// Judges single inputs: blended with harmless ones, an ordinary input gets answers of all kinds, while one with a trigger keeps the trigger's.
/// What nineteen of twenty inputs of the probe stay above is the threshold, so one of twenty harmless inputs is named as well.
/// </summary>
internal sealed class Strip : IBehaviorCheck
{
    private const int Overlays = 32;
    private const double Share = .5;
    private const double Part = .05;
    private const int MostClean = 300;
    private const int LeastClean = 40;
    private const double Unlikely = 1e-3;

    public string Id => "strip";

    public string Paper => "Gao et al.: STRIP: A Defence Against Trojan Attacks on Deep Neural Networks, ACSAC 2019";

    public BehaviorTier Tier => BehaviorTier.Fast;

    public CheckNeeds Needs => CheckNeeds.Suspects | CheckNeeds.Probe;

    public CheckResult Run(BehaviorContext context)
    {
        var (classifier, probe, suspects) = (context.Classifier, context.Probe!, context.Suspects!);
        if (suspects.SampleSize != classifier.InputSize)
            throw new CheckSkippedException($"an input to judge has {suspects.SampleSize} numbers, of the model {classifier.InputSize}");
        if (probe.Count < LeastClean)
            throw new CheckSkippedException($"the probe has {probe.Count} inputs, fewer than {LeastClean}");

        var overlays = (int)Math.Clamp(context.Parameter(this, "overlays", Overlays), 2, 1000);
        var alpha = Math.Clamp(context.Parameter(this, "alpha", Share), .05, .95);
        var part = Math.Clamp(context.Parameter(this, "quantile", Part), .001, .5);
        var clean = Entropies(context, "clean", new Probe(probe.Inputs.AsSpan(0, Math.Min(probe.Count, MostClean) * probe.SampleSize).ToArray(), probe.SampleShape, null), overlays, alpha);
        context.Progress(.5);
        var entropies = Entropies(context, "inputs", suspects, overlays, alpha);
        var threshold = Quantile.Of(clean, part);
        int[] named = [.. Enumerable.Range(0, entropies.Length).Where(i => entropies[i] < threshold)];
        var chance = AtLeast(named.Length, entropies.Length, part);
        var isSuspicious = named.Length > 0 && chance < context.Parameter(this, "chance", Unlikely);
        return new CheckResult(Id, isSuspicious ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, isSuspicious
            ? FormattableString.Invariant($"keeps its answer for {named.Length} of {entropies.Length} inputs whatever they are blended with, where {part:P0} of harmless ones do: they may carry a trigger; look at them, and do not act on their answers")
            : FormattableString.Invariant($"keeps its answer for {named.Length} of {entropies.Length} inputs whatever they are blended with, no more than harmless ones do"))
        {
            Score = entropies.Length == 0 ? 0 : Math.Min(10, Math.Log(Math.Max(chance, 1e-30)) / Math.Log(Unlikely)),
            Rule = Rules.InputsKeepAnswer,
            Values =
            [
                new("threshold", threshold), new("quantile", part), new("overlays", overlays), new("alpha", alpha), new("inputs", entropies.Length), new("named", named.Length),
                new("cleanInputs", clean.Length), new("cleanMean", clean.Average()), new("cleanLowest", clean.Min()), new("chance", chance),
            ],
            Items = [.. Enumerable.Range(0, entropies.Length).OrderBy(i => entropies[i]).ThenBy(static i => i).Take(ItemResult.MaxItems)
                .Select(i => new ItemResult(FormattableString.Invariant($"input {i}"), [new("entropy", entropies[i]), new("belowThreshold", entropies[i] < threshold ? 1 : 0)]))],
        };
    }

    // Of each input, the mean entropy of the answers to its blends.
    private double[] Entropies(BehaviorContext context, string part, Probe inputs, int overlays, double alpha)
    {
        var (classifier, probe, random) = (context.Classifier, context.Probe!, context.Random(this, part));
        var entropies = new double[inputs.Count];
        for (var i = 0; i < entropies.Length; i++)
        {
            var blends = new float[overlays * inputs.SampleSize];
            for (var blend = 0; blend < overlays; blend++)
            {
                var own = inputs[i];
                var other = probe[random.Below(probe.Count)];
                for (var j = 0; j < own.Length; j++)
                    blends[(blend * own.Length) + j] = (float)((alpha * own[j]) + ((1 - alpha) * other[j]));
            }

            entropies[i] = classifier.Probabilities(blends).Chunk(classifier.Classes).Average(static row => -row.Sum(static p => p > 0 ? p * Math.Log(p) : 0));
        }

        return entropies;
    }

    // That so many of so many are named by chance: the upper tail of a binomial distribution.
    private static double AtLeast(int named, int all, double part)
    {
        var (term, below) = (Math.Pow(1 - part, all), 0.0);
        for (var k = 0; k < named; k++)
        {
            below += term;
            term *= (double)(all - k) / (k + 1) * part / (1 - part);
        }

        return Math.Clamp(1 - below, 0, 1);
    }
}
