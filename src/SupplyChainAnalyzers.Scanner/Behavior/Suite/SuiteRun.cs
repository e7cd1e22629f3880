using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Suite;

/// <summary>
/// Changes the probe in every way of a fixed list and counts which answers flip. No verdict: what a model may be sensitive to is for its owner to say,
/// in tests of his own.
/// </summary>
internal static class SuiteRun
{
    /// <summary>Inputs of a probe that are used; more say no more about any case.</summary>
    private const int MostInputs = 500;

    /// <summary>Every case, in the order it is run and reported.</summary>
    public static IReadOnlyList<SuiteCase> Cases { get; } = [.. PatchCases.All, .. NoiseCases.All, .. EdgeCases.All, .. GeometryCases.All];

    /// <summary>The results, in the order of <see cref="Cases"/>; those for pictures only are left out where the inputs are none.</summary>
    /// <param name="context">Model and probe.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <exception cref="CheckSkippedException">There is no probe, or the model is no classifier of it.</exception>
    /// <exception cref="Engine.OnnxException">The model fails on what it should take.</exception>
    public static IReadOnlyList<SuiteResult> Of(BehaviorContext context, Action<double> progress)
    {
        var probe = context.Probe ?? throw new CheckSkippedException("a suite changes the inputs of a probe, and there is none");
        var picture = ImageShape.Of(probe.SampleShape);
        var shape = picture ?? new ImageShape(1, 1, probe.SampleSize, false);
        var (count, range) = (Math.Min(probe.Count, MostInputs), new InputRange(probe.Range.Low, probe.Range.High));
        var before = Answers(context.Classifier, probe.Inputs.AsSpan(0, count * probe.SampleSize));
        SuiteCase[] cases = [.. Cases.Where(one => picture is not null || !one.NeedsPicture)];
        var changed = new float[count * probe.SampleSize];
        var results = new List<SuiteResult>();
        foreach (var one in cases)
        {
            for (var i = 0; i < count; i++)
                one.Apply(probe[i], changed.AsSpan(i * probe.SampleSize, probe.SampleSize), shape, range, context.RandomOf("suite", FormattableString.Invariant($"{one.Name} {i}")));

            results.Add(Compare(one, before, Answers(context.Classifier, changed)));
            progress((double)results.Count / cases.Length);
        }

        return results;
    }

    // Null where the model gives what is no number.
    private static int?[] Answers(Classifier classifier, ReadOnlySpan<float> inputs)
    {
        var rows = classifier.Predict(inputs);
        var classes = Classifier.LargestOfEach(rows, classifier.Classes);
        return [.. classes.Select((answer, i) => rows.AsSpan(i * classifier.Classes, classifier.Classes).ContainsAnyExceptInRange(float.MinValue, float.MaxValue) ? default(int?) : answer)];
    }

    private static SuiteResult Compare(SuiteCase one, int?[] before, int?[] after)
    {
        int[] answered = [.. Enumerable.Range(0, before.Length).Where(i => before[i] is not null)];
        int[] flipped = [.. answered.Where(i => after[i] is not null && after[i] != before[i])];
        var towards = flipped.GroupBy(i => after[i]!.Value).OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key).FirstOrDefault();
        return new SuiteResult(one.Name, one.Words, answered.Length, flipped.Length, answered.Count(i => after[i] is null))
        {
            Towards = towards?.Key,
            FlipsTowards = towards?.Count() ?? 0,
            Classes = [.. answered.GroupBy(i => before[i]!.Value).Select(group => new SuiteClass(group.Key, group.Count(), group.Count(flipped.Contains)))
                .OrderByDescending(static of => of.Flips).ThenBy(static of => of.Class).Take(ClassResult.MaxClasses).OrderBy(static of => of.Class)],
        };
    }
}
