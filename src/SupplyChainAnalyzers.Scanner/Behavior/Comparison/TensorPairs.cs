using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison;

/// <summary>
/// Which tensor of a model is which of another: those of the same name and shape; then, in their order, what is left of the same shape,
/// since exporters number tensors as they like.
/// </summary>
/// <param name="Pairs">Names in this model and in the other.</param>
/// <param name="Added">Names that the other has nothing for.</param>
/// <param name="Removed">Names of the other that this one has nothing for.</param>
internal sealed record TensorPairs(IReadOnlyList<(string Now, string Was)> Pairs, IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    public static TensorPairs Of(IReadOnlyDictionary<string, ConstantTensor> now, IReadOnlyDictionary<string, ConstantTensor> was)
    {
        var left = was.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        var pairs = new List<(string Now, string Was)>();
        var added = new List<string>();
        foreach (var (name, tensor) in now)
        {
            if (left.TryGetValue(name, out var other) && IsAlike(tensor, other))
            {
                pairs.Add((name, name));
                left.Remove(name);
            }
            else
            {
                added.Add(name);
            }
        }

        foreach (var name in added.ToArray())
        {
            if (was.Keys.FirstOrDefault(other => left.ContainsKey(other) && IsAlike(now[name], was[other])) is not { } match)
                continue;

            pairs.Add((name, match));
            left.Remove(match);
            added.Remove(name);
        }

        return new TensorPairs(pairs, added, [.. was.Keys.Where(left.ContainsKey)]);
    }

    private static bool IsAlike(ConstantTensor one, ConstantTensor other) => one.Shape.AsSpan().SequenceEqual(other.Shape);
}
