namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>Losses of one example's logits, and their slopes times a weight.</summary>
internal static class Losses
{
    /// <summary>Minus the logarithm of the probability of <paramref name="target"/>.</summary>
    public static float CrossEntropy(ReadOnlySpan<float> logits, int target, float weight, Span<float> slope)
    {
        var highest = logits[Largest(logits)];
        var sum = 0.0;
        foreach (var logit in logits)
            sum += Math.Exp(logit - highest);
        for (var i = 0; i < logits.Length; i++)
            slope[i] = weight * (float)((Math.Exp(logits[i] - highest) / sum) - (i == target ? 1 : 0));
        return (float)(Math.Log(sum) + highest - logits[target]);
    }

    /// <summary>How far <paramref name="target"/> is behind the largest of the others, negative where it is ahead.</summary>
    public static float Margin(ReadOnlySpan<float> logits, int target, float weight, Span<float> slope)
    {
        var other = target == 0 ? 1 : 0;
        for (var i = 0; i < logits.Length; i++)
        {
            if (i != target && logits[i] > logits[other])
                other = i;
        }

        slope.Clear();
        (slope[target], slope[other]) = (-weight, weight);
        return logits[other] - logits[target];
    }

    /// <summary>The first of the largest.</summary>
    public static int Largest(ReadOnlySpan<float> logits)
    {
        var largest = 0;
        for (var i = 1; i < logits.Length; i++)
        {
            if (logits[i] > logits[largest])
                largest = i;
        }

        return largest;
    }
}
