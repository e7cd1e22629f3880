namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Slices: <c>'__ssalc__'[::-1]</c>, <c>'x__class__y'[1:-1]</c>.</summary>
internal static class JinjaSlices
{
    /// <param name="value">What is cut.</param>
    /// <param name="bounds">Start, stop and step; null where left out.</param>
    public static JinjaValue Cut(JinjaValue value, IReadOnlyList<JinjaValue?> bounds)
    {
        var numbers = bounds.Select(Number).ToArray();
        var isKnown = bounds.Zip(numbers, static (bound, number) => bound is null || number is not null).All(static known => known);
        return value.Map(known => !isKnown ? null : known switch
        {
            string text => string.Concat(Places(text.Length, numbers).Select(at => text[at])),
            JinjaList list => new JinjaList([.. Places(list.Items.Count, numbers).Select(at => list.Items[at])]),
            _ => null,
        });
    }

    private static long? Number(JinjaValue? value) => value is { IsOpen: false, Known: [long number] } ? number : null;

    private static IEnumerable<int> Places(int count, long?[] bounds)
    {
        var step = bounds[2] ?? 1;
        if (step == 0)
            yield break;

        var at = Bound(bounds[0], step > 0 ? 0 : count - 1, count, step);
        var stop = Bound(bounds[1], step > 0 ? count : -1, count, step);
        for (; step > 0 ? at < stop : at > stop; at += step)
            yield return (int)at;
    }

    private static long Bound(long? given, long otherwise, int count, long step)
    {
        if (given is not { } bound)
            return otherwise;

        var at = bound < 0 ? bound + count : bound;
        return step > 0 ? Math.Clamp(at, 0, count) : Math.Clamp(at, -1, count - 1);
    }
}
