using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>
/// Near a limit the last digits decide, and those differ between processors. So a check that ends there looks three times, with other random
/// numbers each time, and the middle result counts. How often it looks depends on what the first look measured, so a rerun ends alike.
/// </summary>
internal static class Borderline
{
    private const double Near = .1;
    private const int Attempts = 3;

    /// <summary>Runs a check once, or three times where the first result lies near its limit.</summary>
    /// <exception cref="CheckSkippedException">It cannot run here.</exception>
    /// <exception cref="Engine.OnnxException">The model fails.</exception>
    public static CheckResult Run(IBehaviorCheck check, BehaviorContext context)
    {
        var shown = context.Pictures.Count;
        var first = check.Run(context);
        if (!IsNear(first))
            return first;

        List<(CheckResult Result, IReadOnlyList<BehaviorPicture> Pictures)> looks = [(first, context.TakeBack(shown))];
        try
        {
            while (looks.Count < Attempts)
            {
                context.Attempt = looks.Count;
                looks.Add((check.Run(context), context.TakeBack(shown)));
            }
        }
        finally
        {
            context.Attempt = 0;
        }

        var middle = looks.OrderBy(static look => look.Result.Distance).ElementAt(Attempts / 2);
        foreach (var picture in middle.Pictures)
            context.Show(picture);
        return middle.Result with
        {
            Words = FormattableString.Invariant($"{middle.Result.Words}; borderline: the middle of {Attempts} looks, which lie {string.Join(", ", looks.Select(static look => FormattableString.Invariant($"{look.Result.Distance:+0.00;-0.00;0.00}")))} from the limit"),
        };
    }

    private static bool IsNear(CheckResult result) => result.Distance is { } distance && Math.Abs(distance) <= Near;
}
