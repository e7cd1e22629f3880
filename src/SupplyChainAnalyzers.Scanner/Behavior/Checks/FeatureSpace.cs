using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Filters;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>
/// Triggers that are no patch: filters of several kinds on inputs of all classes, and which class gains more than the others by one of them.
/// Forward runs only.
/// </summary>
internal sealed class FeatureSpace : IBehaviorCheck
{
    private const int MostInputs = 60;
    private const int LeastInputs = 20;
    private const double MostNumbers = 1e8; // through the model; larger pictures make do with fewer of them

    // What one class may gain more than any other. Largest among nineteen clean models of ours: .23, .06, .20 and .08. Waves are missing: stripes are
    // what some classes look like, and every third clean model takes all wavy inputs for one class, so they are measured and no sign.
    private static readonly Dictionary<FilterKind, double> Limits = new() { [FilterKind.Colour] = .4, [FilterKind.Warp] = .15, [FilterKind.Levels] = .4, [FilterKind.Blend] = .3 };

    public string Id => "feature-space";

    public string Paper => "Liu et al.: ABS: Scanning Neural Networks for Back-doors by Artificial Brain Stimulation, CCS 2019; Nguyen and Tran: WaNet, ICLR 2021; Barni et al.: A New Backdoor Attack in CNNs by Training Set Corruption, ICIP 2019; Wang et al.: BppAttack, CVPR 2022";

    public BehaviorTier Tier => BehaviorTier.Standard;

    public CheckNeeds Needs => CheckNeeds.Probe;

    public CheckResult Run(BehaviorContext context)
    {
        var (classifier, probe) = (context.Classifier, context.Probe!);
        var shape = ImageShape.Of(classifier.InputShape) ?? throw new CheckSkippedException("the model's input is no picture");
        if (probe.Count < LeastInputs)
            throw new CheckSkippedException($"the probe has {probe.Count} inputs, fewer than {LeastInputs}");
        if (probe.Range.High <= probe.Range.Low)
            throw new CheckSkippedException("the probe's numbers are all the same");

        var filters = FilterBattery.Of(shape.Channels, part => context.Random(this, part));
        var affordable = Math.Clamp(MostNumbers / ((double)filters.Count * probe.SampleSize), LeastInputs, MostInputs);
        var count = Math.Min(probe.Count, (int)Math.Clamp(context.Parameter(this, "inputs", affordable), LeastInputs, 10_000));
        var inputs = probe.Inputs.AsSpan(0, count * probe.SampleSize).ToArray();
        var before = ProbeFit.Answers(classifier.Predict(inputs), classifier.Classes, probe.Labels?[..count]);

        var gains = new List<(PictureFilter Filter, double[] Gains)>();
        foreach (var filter in filters)
        {
            gains.Add((filter, Gains(before, classifier.Answers(Filtered(inputs, shape, new InputRange(probe.Range.Low, probe.Range.High), filter)), classifier.Classes)));
            context.Progress((double)gains.Count / filters.Count);
        }

        return Result(context, classifier.Classes, gains);
    }

    private CheckResult Result(BehaviorContext context, int classes, List<(PictureFilter Filter, double[] Gains)> gains)
    {
        var (score, steepest, filter, target) = (double.NegativeInfinity, 0.0, gains[^1].Filter, 0);
        foreach (var (one, each) in gains.Where(static gain => Limits.ContainsKey(gain.Filter.Kind)))
        {
            var highest = Array.IndexOf(each, each.Max());
            var lead = each[highest] - each.Where((_, place) => place != highest).Max();
            if (lead / context.Parameter(this, Word(one.Kind), Limits[one.Kind]) is var unusual && unusual > score)
                (score, steepest, filter, target) = (unusual, lead, one, highest);
        }

        return new CheckResult(Id, score >= 1 ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, score >= 1
            ? FormattableString.Invariant($"takes {steepest:P0} more of other inputs for class {target} than for any other class once a filter is on them ({filter.Name}): a filter may be its trigger; look at such inputs, and fine-tune the model with filtered ones or use another")
            : FormattableString.Invariant($"has no class that filters turn other inputs to far more than to others; the steepest is class {target} by {filter.Name}, with a lead of {steepest:P0}"))
        {
            Score = score >= 1 ? score : null, // below that it orders no models
            TargetClass = score >= 1 ? target : null,
            Rule = Rules.FilterFound,
            Values = [new("unusual", score), new("lead", steepest), new("filters", gains.Count), .. Enum.GetValues<FilterKind>().Select(kind => new Measurement($"{Word(kind)}Lead", Lead(gains, kind)))],
            Classes = [.. Enumerable.Range(0, classes).OrderByDescending(one => gains.Max(gain => gain.Gains[one])).Take(ClassResult.MaxClasses).Order()
                .Select(one => new ClassResult(one, [new("gain", gains.Max(gain => gain.Gains[one])), .. Enum.GetValues<FilterKind>().Select(kind => new Measurement(Word(kind), gains.Where(gain => gain.Filter.Kind == kind).Max(gain => gain.Gains[one])))]))],
        };
    }

    private static double Lead(List<(PictureFilter Filter, double[] Gains)> gains, FilterKind kind) =>
        gains.Where(gain => gain.Filter.Kind == kind).Max(static gain => gain.Gains.Max() - gain.Gains.Order().ElementAt(gain.Gains.Length - 2));

    private static string Word(FilterKind kind) => kind.ToString().ToLowerInvariant();

    // For each class, which part of the inputs that were not taken for it now are.
    private static double[] Gains(int[] before, int[] after, int classes)
    {
        var (turned, others) = (new int[classes], new int[classes]);
        Array.Fill(others, before.Length);
        for (var i = 0; i < before.Length; i++)
        {
            others[before[i]]--;
            turned[after[i]] += after[i] != before[i] ? 1 : 0;
        }

        return [.. turned.Zip(others, static (some, all) => all > 0 ? (double)some / all : 0)];
    }

    private static float[] Filtered(float[] inputs, ImageShape shape, InputRange range, PictureFilter filter)
    {
        var (filtered, from, to) = (new float[inputs.Length], new FilterPicture(shape), new FilterPicture(shape));
        for (var first = 0; first < inputs.Length; first += shape.Size)
        {
            from.Read(inputs.AsSpan(first, shape.Size), range);
            filter.Apply(from, to);
            to.Write(filtered.AsSpan(first, shape.Size), range);
        }

        return filtered;
    }
}
