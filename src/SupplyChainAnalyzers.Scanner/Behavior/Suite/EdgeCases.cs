namespace SupplyChainAnalyzers.Scanner.Behavior.Suite;

/// <summary>Inputs at the edge of what a model gets: blank, saturated, inverted, dim, and numbers that are none.</summary>
internal static class EdgeCases
{
    public static IEnumerable<SuiteCase> All =>
    [
        Each("blank", "every number the smallest of the range", static (_, range) => range.Low),
        Each("saturated", "every number the largest of the range", static (_, range) => range.High),
        Each("gray", "every number the middle of the range", static (_, range) => range.Low + (range.Width / 2)),
        Each("inverted", "light and dark exchanged", static (value, range) => range.Low + range.High - value),
        Each("brighter", "every number larger by a fifth of the range", static (value, range) => range.Clamp(value + (range.Width / 5))),
        Each("darker", "every number smaller by a fifth of the range", static (value, range) => range.Clamp(value - (range.Width / 5))),
        Each("low-contrast", "half the distance from the middle of the range", static (value, range) => (value + range.Low + (range.Width / 2)) / 2),
        Each("beyond-range", "twice the distance from the middle of the range: numbers no input has", static (value, range) => (2 * value) - range.Low - (range.Width / 2)),
        First("nan", "its first number is none (NaN)", float.NaN),
        First("infinity", "its first number is infinite", float.PositiveInfinity),
    ];

    private static SuiteCase Each(string name, string words, Func<float, Triggers.InputRange, float> change) => new(name, words, (image, into, _, range, _) =>
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = change(image[i], range);
    }, NeedsPicture: false);

    private static SuiteCase First(string name, string words, float number) => new(name, words, (image, into, _, _, _) =>
    {
        image.CopyTo(into);
        into[0] = number;
    }, NeedsPicture: false);
}
