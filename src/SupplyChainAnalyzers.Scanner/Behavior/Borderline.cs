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

        foreach (var picture in looks.OrderBy(static look => look.Result.Distance).ElementAt(Attempts / 2).Pictures)
            context.Show(picture);
        return Middle(looks.ConvertAll(static look => look.Result));
    }

    /// <summary>The same for what checks say together: all of them look again.</summary>
    /// <param name="first">Of the first looks.</param>
    /// <param name="context">The model.</param>
    /// <param name="again">Looks once more; null when nothing came of it.</param>
    public static CheckResult Settle(CheckResult first, BehaviorContext context, Func<CheckResult?> again)
    {
        if (!IsNear(first))
            return first;

        var shown = context.Pictures.Count;
        List<CheckResult> looks = [first];
        for (context.Attempt = 1; context.Attempt < Attempts; context.Attempt++)
            looks.Add(again() ?? first);

        context.Attempt = 0;
        context.TakeBack(shown);
        return Middle(looks);
    }

    private static CheckResult Middle(List<CheckResult> looks)
    {
        var middle = looks.OrderBy(static look => look.Distance).ElementAt(Attempts / 2);
        var distances = string.Join(", ", looks.Select(static look => FormattableString.Invariant($"{look.Distance:+0.00;-0.00;0.00}")));
        return middle with { Words = FormattableString.Invariant($"{middle.Words}; borderline: the middle of {Attempts} looks, which lie {distances} from the limit") };
    }

    private static bool IsNear(CheckResult result) => result.Distance is { } distance && Math.Abs(distance) <= Near;
}
