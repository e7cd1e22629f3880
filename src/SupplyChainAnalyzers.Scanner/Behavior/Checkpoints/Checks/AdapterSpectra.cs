using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Checks;

/// <summary>
/// How an adapter's changes are made: their spectra, and whether one module is changed far more than others of its kind. What is usual depends on base,
/// rank and training, so it names what stands out within one adapter and knows no limit that fits all.
/// </summary>
internal sealed class AdapterSpectra : ICheckpointCheck
{
    private const int FewestModules = 8;
    private const int FewestOfKind = 4;
    private const double LeastDeviation = .1; // layers of honest adapters differ by as much

    private static readonly string[] Kinds = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj", "c_attn", "c_proj", "query", "key", "value", "dense"];

    public string Id => "adapter-spectra";

    public string Paper => "arXiv 2602.15195 (five statistics of ΔW), arXiv 2605.30189 (spread of standardised norms over modules), 2026";

    public bool Concerns(CheckpointContext context) => context.IsAdapter;

    public CheckResult Run(CheckpointContext context)
    {
        var declaration = AdapterDeclaration.Of(context.Beside);
        var spectra = new List<(LoraModule Module, LoraSpectrum Spectrum)>();
        for (var i = 0; i < context.Modules.Count; i++)
        {
            var module = context.Modules[i];
            if (LoraSpectrum.Of(module, declaration?.ScaleOf(module) ?? (module.Alpha ?? module.Rank) / module.Rank) is { Frobenius: > 0 } spectrum)
                spectra.Add((module, spectrum));
            context.Progress((i + 1.0) / context.Modules.Count);
        }

        if (spectra.Count == 0)
            throw new CheckSkippedException("no module changes anything, or none can be read");

        double[] sizes = [.. spectra.Select(static one => Math.Log(one.Spectrum.Frobenius / Math.Sqrt((double)one.Module.Inputs * one.Module.Outputs)))];
        double[] own = OfKind(spectra, sizes);
        var (middle, deviation) = RobustScore.Around(own, LeastDeviation);
        var place = Array.IndexOf(own, own.Max());
        var (z, ratio) = (Math.Round((own[place] - middle) / deviation, 2), Math.Round(own[place] - middle, 2));
        Measurement[] values =
        [
            new("modules", spectra.Count), new("rank", spectra.Max(static one => one.Module.Rank)), new("spread", Spread(own)), new("deviations", z), new("logRatio", ratio),
            .. Kinds.Where(kind => spectra.Exists(one => one.Module.Kind == kind)).Take(8).SelectMany(kind => Statistics(kind, [.. spectra.Where(one => one.Module.Kind == kind).Select(static one => one.Spectrum)])),
        ];
        var (limit, ratioLimit) = (context.Parameter(this, "deviations", 8), context.Parameter(this, "logRatio", Math.Round(Math.Log(3), 2)));
        if (spectra.Count < FewestModules)
            return new CheckResult(Id, CheckOutcome.NoFinding, $"changes {spectra.Count} modules, too few to say that one stands out") { Values = values };

        var name = Printable.Of(spectra[place].Module.Name, 80);
        return z >= limit && ratio >= ratioLimit
            ? new CheckResult(Id, CheckOutcome.Suspicious, FormattableString.Invariant($"changes {name} {Math.Exp(ratio):0.0} times as much as others of its kind, {z:0.0} deviations from them; compare it with adapters you trust for the same base, or use another"))
            {
                Score = z / limit,
                Rule = Rules.ModuleStandsOut,
                Values = values,
            }
            : new CheckResult(Id, CheckOutcome.NoFinding, FormattableString.Invariant($"changes {spectra.Count} modules; {name} most for its kind, {z:0.0} deviations")) { Score = Math.Max(0, Math.Min(z / limit, ratio / ratioLimit)), Values = values };
    }

    // Projections of one kind have sizes of their own; where a kind has few modules, all are compared with each other.
    private static double[] OfKind(List<(LoraModule Module, LoraSpectrum Spectrum)> spectra, double[] sizes)
    {
        var all = RobustScore.Median(sizes);
        var middles = spectra.Zip(sizes).GroupBy(static pair => pair.First.Module.Kind, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, group => group.Count() < FewestOfKind ? all : RobustScore.Median([.. group.Select(static pair => pair.Second)]), StringComparer.Ordinal);
        return [.. spectra.Zip(sizes, (one, size) => size - middles[one.Module.Kind])];
    }

    private static double Spread(double[] numbers)
    {
        var mean = numbers.Average();
        return Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean)));
    }

    private static IEnumerable<Measurement> Statistics(string kind, IReadOnlyList<LoraSpectrum> spectra) =>
    [
        new(kind + ".sigma", spectra.Average(static one => one.Sigma)), new(kind + ".frobenius", spectra.Average(static one => one.Frobenius)), new(kind + ".energy", spectra.Average(static one => one.Energy)),
        new(kind + ".entropy", spectra.Average(static one => one.Entropy)), new(kind + ".kurtosis", spectra.Average(static one => one.Kurtosis)),
    ];
}
