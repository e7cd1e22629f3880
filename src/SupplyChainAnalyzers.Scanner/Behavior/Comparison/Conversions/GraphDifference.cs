namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison.Conversions;

/// <summary>What one graph computes and another does not: their longest common subsequence of steps, and what is left (Hirschberg 1975, without his saving).</summary>
/// <param name="Common">Steps of both: in the original, in the converted one.</param>
/// <param name="Inserted">Steps of the converted graph alone.</param>
/// <param name="Removed">Steps of the original alone.</param>
internal sealed record GraphDifference(IReadOnlyList<(GraphStep Was, GraphStep Now)> Common, IReadOnlyList<GraphStep> Inserted, IReadOnlyList<GraphStep> Removed)
{
    private const long MaxCells = 1L << 26;

    // Scales of a layer that is quantised as it runs are multiplied as it runs.
    private static readonly HashSet<string> QuantisedAsItRuns = new(StringComparer.Ordinal) { "MatMulInteger", "ConvInteger" };
    private const int ScalesOfOne = 2;

    /// <summary>How many steps of both have another name.</summary>
    public int Renamed => Common.Count(static pair => pair.Was.Name != pair.Now.Name);

    /// <summary>Inserted steps that no conversion accounts for.</summary>
    public IReadOnlyList<GraphStep> Unexplained
    {
        get
        {
            var scales = ScalesOfOne * Common.Count(static pair => QuantisedAsItRuns.Contains(pair.Now.Node.Operator));
            var rectifiers = Removed.Count(static step => step.Kind is "Relu" or "Clip" or "Min" or "Max");
            return [.. Inserted.Where(step => step.Kind switch
            {
                "Mul" => --scales < 0,
                "Relu" or "Clip" => --rectifiers < 0, // one for the other
                _ => true,
            })];
        }
    }

    /// <exception cref="CheckSkippedException">The graphs are too large.</exception>
    public static GraphDifference Of(IReadOnlyList<GraphStep> was, IReadOnlyList<GraphStep> now)
    {
        if ((was.Count + 1L) * (now.Count + 1L) > MaxCells)
            throw new CheckSkippedException($"graphs of {was.Count} and {now.Count} nodes are too large to be laid side by side");

        var longest = new int[was.Count + 1, now.Count + 1];
        for (var i = was.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                longest[i, j] = was[i].Kind == now[j].Kind ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        var (common, inserted, removed) = (new List<(GraphStep, GraphStep)>(), new List<GraphStep>(), new List<GraphStep>());
        for (var (i, j) = (0, 0); i < was.Count || j < now.Count;)
        {
            if (i < was.Count && j < now.Count && was[i].Kind == now[j].Kind && IsBest(longest, was, now, i, j))
                common.Add((was[i++], now[j++]));
            else if (j == now.Count || (i < was.Count && longest[i + 1, j] >= longest[i, j + 1]))
                removed.Add(was[i++]);
            else
                inserted.Add(now[j++]);
        }

        return new GraphDifference(common, inserted, removed);
    }

    // Of several ways to pair equal kinds, the one that keeps a name.
    private static bool IsBest(int[,] longest, IReadOnlyList<GraphStep> was, IReadOnlyList<GraphStep> now, int i, int j) =>
        longest[i, j] > longest[i, j + 1] || was[i].Name == now[j].Name;
}
