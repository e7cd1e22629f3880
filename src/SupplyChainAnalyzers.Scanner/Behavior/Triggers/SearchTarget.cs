namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>A class to be reached, and from which examples.</summary>
/// <param name="Class">The class.</param>
/// <param name="Examples">Of the probe set.</param>
internal sealed record SearchTarget(int Class, IReadOnlyList<int> Examples)
{
    /// <summary>Every class from all others that have examples.</summary>
    public static SearchTarget[] AllToOne(ProbeSet probes, int classes) =>
        [.. Enumerable.Range(0, classes).Select(target => new SearchTarget(target, Where(probes, label => label != target))).Where(static target => target.Examples.Count > 0)];

    /// <summary>Every class from each other one that has examples.</summary>
    public static SearchTarget[] Pairs(ProbeSet probes, int classes) =>
    [
        .. from source in Enumerable.Range(0, classes)
           let examples = Where(probes, label => label == source)
           where examples.Length > 0
           from target in Enumerable.Range(0, classes)
           where target != source
           select new SearchTarget(target, examples),
    ];

    private static int[] Where(ProbeSet probes, Func<int, bool> isWanted) => [.. Enumerable.Range(0, probes.Count).Where(example => isWanted(probes.Labels[example]))];
}
