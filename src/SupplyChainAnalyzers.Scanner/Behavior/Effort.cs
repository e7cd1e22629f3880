using System.Globalization;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>Keeps searches within what a tier's time allows, by counting beforehand and not by the clock.</summary>
internal static class Effort
{
    /// <summary>Numbers of inputs that go through the model and back: what 100 classes of pictures of 32 by 32 need.</summary>
    private const double Most = 1e9;

    /// <summary>Multiplications of a model for each number of its input, in small ones; of larger models a number counts as often as it takes that many.</summary>
    private const double WorkOfNumber = 1000;

    /// <exception cref="CheckSkippedException">It would be more.</exception>
    public static void Check(IBehaviorCheck check, BehaviorContext context, double classes, double perClass, double steps) => Check(check.Id, context, classes, perClass, steps);

    /// <summary>As <see cref="Check(IBehaviorCheck, BehaviorContext, double, double, double)"/>, by the check's id.</summary>
    /// <exception cref="CheckSkippedException">It would be more.</exception>
    public static void Check(string check, BehaviorContext context, double classes, double perClass, double steps)
    {
        var gradient = context.Gradient;
        var (most, needed) = (context.Parameter(check, "effort", Most), classes * perClass * steps * Math.Max(gradient.Size, gradient.Work / WorkOfNumber));
        if (needed > most)
            throw new CheckSkippedException(string.Create(CultureInfo.InvariantCulture, $"{classes:0} classes of inputs of {gradient.Size} numbers, each of {gradient.Work:0.0e+0} multiplications, take an effort of {needed:0.0e+0}, more than {most:0.0e+0}; allow it with --set {check}.effort={needed:0.0e+0}"));
    }

    /// <summary>The gradient, if it can be searched with.</summary>
    /// <exception cref="CheckSkippedException">It is estimated only, or of one class.</exception>
    public static Autodiff.OnnxGradient Exact(BehaviorContext context)
    {
        var gradient = context.Gradient;
        if (gradient.IsEstimated)
            throw new CheckSkippedException("its gradient could only be estimated: " + Core.Text.Printable.Message(gradient.Reason ?? ""));

        return gradient.Classes >= 3 ? gradient : throw new CheckSkippedException($"the model has {gradient.Classes} classes, too few to compare them with each other");
    }
}
