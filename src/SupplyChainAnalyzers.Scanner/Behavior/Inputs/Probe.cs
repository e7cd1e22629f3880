namespace SupplyChainAnalyzers.Scanner.Behavior.Inputs;

/// <summary>Inputs the user knows to be harmless, and their classes.</summary>
/// <param name="Inputs">One after the other, the last dimension first.</param>
/// <param name="SampleShape">Of one input, without the batch.</param>
/// <param name="Labels">Of each input; null when the user gave none.</param>
internal sealed record Probe(float[] Inputs, long[] SampleShape, int[]? Labels)
{
    /// <summary>Numbers of one input.</summary>
    public int SampleSize { get; } = (int)SampleShape.Aggregate(1L, static (product, count) => product * count);

    /// <summary>Inputs.</summary>
    public int Count => SampleSize == 0 ? 0 : Inputs.Length / SampleSize;

    /// <summary>One input.</summary>
    public ReadOnlySpan<float> this[int index] => Inputs.AsSpan(index * SampleSize, SampleSize);

    /// <summary>The smallest number and the largest: what inputs may be.</summary>
    public (float Low, float High) Range { get; } = Inputs.Length == 0 ? (0, 1) : (Inputs.Min(), Inputs.Max());
}
