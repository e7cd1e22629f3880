namespace SupplyChainAnalyzers.Scanner.Behavior.Inputs;

/// <summary>Data a model was trained on, with the classes it was told. Kept as it lies in the file: it can be large.</summary>
/// <param name="inputs">One after the other.</param>
/// <param name="labels">A class for each.</param>
internal sealed class TrainingData(NumberArray inputs, int[] labels)
{
    /// <summary>A class for each input.</summary>
    public int[] Labels { get; } = labels;

    public int Count => Labels.Length;

    /// <summary>Of one input.</summary>
    public long[] SampleShape { get; } = inputs.Shape[1..];

    /// <summary>Numbers of one input.</summary>
    public int SampleSize { get; } = inputs.Count / labels.Length;

    /// <summary>Some inputs, one after the other. Bytes count as 0 to 1, unless the model takes larger numbers.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="high">The largest number of an input that the model is known to take.</param>
    public float[] Some(int first, int count, float high) => inputs.Floats(first * SampleSize, count * SampleSize, inputs.IsBytes && high <= 1 ? byte.MaxValue : 1);
}
