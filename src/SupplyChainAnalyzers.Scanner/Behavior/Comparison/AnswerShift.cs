namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison;

/// <summary>How two models of the same classes answer the same inputs.</summary>
/// <param name="Count">Inputs.</param>
/// <param name="Changed">The part of them that gets another answer.</param>
/// <param name="Class">The class that gains most.</param>
/// <param name="Gain">What that class gains, as a part of all inputs.</param>
internal sealed record AnswerShift(int Count, double Changed, int Class, double Gain)
{
    /// <exception cref="Engine.OnnxException">A model fails on them.</exception>
    public static AnswerShift Of(Classifier now, Classifier was, float[] inputs)
    {
        if (inputs.Length == 0)
            return new AnswerShift(0, 0, 0, 0);

        var (after, before) = (now.Answers(inputs), was.Answers(inputs));
        var gains = new int[now.Classes];
        for (var i = 0; i < after.Length; i++)
        {
            gains[after[i]]++;
            gains[before[i]]--;
        }

        var place = Array.IndexOf(gains, gains.Max());
        return new AnswerShift(after.Length, (double)after.Zip(before).Count(static pair => pair.First != pair.Second) / after.Length, place, (double)gains[place] / after.Length);
    }
}
