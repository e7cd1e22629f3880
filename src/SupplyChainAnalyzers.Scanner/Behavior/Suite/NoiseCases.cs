namespace SupplyChainAnalyzers.Scanner.Behavior.Suite;

/// <summary>Noise: of every number, of single ones, and nothing but noise.</summary>
internal static class NoiseCases
{
    public static IEnumerable<SuiteCase> All =>
    [
        Normal(5),
        Normal(10),
        Normal(20),
        Extremes(2),
        Extremes(10),
        new("noise-only", "noise in place of the input", static (image, into, _, range, random) =>
        {
            for (var i = 0; i < into.Length; i++)
                into[i] = range.Low + (float)(random.Uniform() * range.Width);
        }, NeedsPicture: false),
    ];

    private static SuiteCase Normal(int percent) => new($"noise-{percent}", FormattableString.Invariant($"normal noise of {percent} % of the range on every number"), (image, into, _, range, random) =>
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = range.Clamp(image[i] + (float)(random.Normal() * range.Width * percent / 100));
    }, NeedsPicture: false);

    private static SuiteCase Extremes(int percent) => new($"salt-pepper-{percent}", FormattableString.Invariant($"{percent} % of the numbers at one end of the range or the other"), (image, into, _, range, random) =>
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = random.Uniform() * 100 >= percent ? image[i] : random.Below(2) == 0 ? range.Low : range.High;
    }, NeedsPicture: false);
}
