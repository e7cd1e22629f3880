namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>How well a score tells attacked models from clean ones.</summary>
internal static class Separation
{
    /// <summary>The area under the ROC curve: the part of all pairs in which the attacked one has more; ties count half.</summary>
    public static double Area(IReadOnlyCollection<double> clean, IReadOnlyCollection<double> attacked) =>
        attacked.Average(bad => clean.Average(good => bad > good ? 1.0 : bad == good ? .5 : 0));

    /// <summary>The part of the attacked ones that lie above every clean one.</summary>
    public static double FoundWithoutAlarm(IReadOnlyCollection<double> clean, IReadOnlyCollection<double> attacked) =>
        attacked.Average(bad => bad > clean.Max() ? 1.0 : 0);
}
