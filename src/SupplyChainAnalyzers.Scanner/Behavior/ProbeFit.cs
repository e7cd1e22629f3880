namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>
/// Whether a model tells the inputs of a probe apart. One that was never trained, or for other inputs, takes most of them for one class or is sure of
/// none; every trigger leads to that class then, and nobody planted it.
/// </summary>
internal static class ProbeFit
{
    /// <summary>
    /// Cohen's kappa, agreement beyond chance; up to here Landis and Koch (1977) call it slight or fair. A half-trained model of ours with .37 had classes
    /// that it never answered and margins, pairs and patches that looked planted.
    /// </summary>
    private const double LeastAgreement = .4;

    /// <summary>Part of the inputs.</summary>
    private const double OneClass = .6;

    /// <summary>From 0, all classes alike, to 1. Untrained transformers of ours, which are the surest, have up to .22; trained models above .6.</summary>
    private const double LeastSure = .25;

    /// <summary>What the model takes each input for.</summary>
    /// <param name="rows">For each input a number for each class: logits, or numbers from 0 to 1.</param>
    /// <param name="classes">Length of a row.</param>
    /// <param name="labels">What the user says the inputs are; null where there are none.</param>
    /// <exception cref="CheckSkippedException">It does not tell them apart.</exception>
    /// <exception cref="Engine.OnnxException">The numbers are none.</exception>
    public static int[] Answers(float[] rows, int classes, IReadOnlyList<int>? labels)
    {
        if (!Array.TrueForAll(rows, float.IsFinite))
            throw new Engine.OnnxException(Engine.OnnxStage.Run, "it gives numbers that are not finite");

        var answers = Classifier.LargestOfEach(rows, classes);
        if (labels is not null)
            CheckAgreement(answers, labels);
        else
            CheckSpread(rows, answers, classes);
        return answers;
    }

    private static void CheckAgreement(int[] answers, IReadOnlyList<int> labels)
    {
        var agreed = answers.Where((answer, i) => answer == labels[i]).Count() / (double)answers.Length;
        var named = labels.CountBy(static label => label).ToDictionary();
        var chance = answers.CountBy(static answer => answer).Sum(pair => (double)pair.Value * named.GetValueOrDefault(pair.Key)) / answers.Length / answers.Length;
        if (agreed - chance < LeastAgreement * (1 - chance))
            throw new CheckSkippedException(FormattableString.Invariant($"the model says of {agreed:P0} of the probe's inputs what their labels say, too little beyond chance: it was not trained for them to the end, or counts its classes otherwise"));
    }

    private static void CheckSpread(float[] rows, int[] answers, int classes)
    {
        var most = answers.CountBy(static answer => answer).Max(static pair => pair.Value) / (double)answers.Length;
        if (most > OneClass)
            throw new CheckSkippedException(FormattableString.Invariant($"the model takes {most:P0} of the probe's inputs for one class, as untrained ones do; if they are of one class, give others or --labels"));

        var (highest, even) = (answers.Select((answer, i) => Share(rows.AsSpan(i * classes, classes), answer)).Average(), 1.0 / classes);
        if (highest - even < LeastSure * (1 - even))
            throw new CheckSkippedException(FormattableString.Invariant($"the model gives what it takes an input for {highest:P0} on average, as untrained ones do; if it is trained, give --labels"));
    }

    private static double Share(ReadOnlySpan<float> row, int answer)
    {
        var (highest, lowest, sum) = (row[answer], row[0], 0.0);
        foreach (var value in row)
        {
            lowest = Math.Min(lowest, value);
            sum += Math.Exp(value - highest);
        }

        return lowest >= 0 && highest <= 1 ? highest : 1 / sum;
    }
}
