using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison.Conversions;

/// <summary>How far a converted model's outputs are those of its original.</summary>
/// <param name="Same">The part of the inputs that get the same answer; one where the original was not sure counts as the same.</param>
/// <param name="Difference">Of the numbers, in deviations of the original's: what all but a hundredth of the inputs stay below.</param>
internal sealed record AnswerAgreement(double Same, double Difference)
{
    private const double Quantile = .99;

    public IEnumerable<Measurement> Values(string kind) => [new(kind + "Agreement", Same), new(kind + "Difference", Difference)];

    /// <exception cref="Engine.OnnxException">A model fails.</exception>
    public static AnswerAgreement Of(Classifier now, Classifier was, float[] inputs)
    {
        var (after, before, width) = (now.Predict(inputs), was.Predict(inputs), was.Classes);
        var mean = before.Average();
        var spread = Math.Max(Math.Sqrt(before.Average(value => ((double)value - mean) * (value - mean))), 1e-9);
        var (answers, answered) = (Classifier.LargestOfEach(after, width), Classifier.LargestOfEach(before, width));
        var (same, differences) = (0, new double[answers.Length]);
        for (var i = 0; i < answers.Length; i++)
        {
            for (var j = i * width; j < (i + 1) * width; j++)
                differences[i] = Math.Max(differences[i], Math.Abs(after[j] - before[j]) / spread);
            var lead = (before[(i * width) + answered[i]] - before[(i * width) + answers[i]]) / spread;
            same += lead <= Tie ? 1 : 0;
        }

        Array.Sort(differences);
        return new AnswerAgreement((double)same / answers.Length, differences[(int)((differences.Length - 1) * Quantile)]);
    }

    private const double Tie = 1e-3;
}
