namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>Something that is done to any picture, made of parameters that a search may change.</summary>
internal abstract class Trigger(int parameters)
{
    /// <summary>To be followed by <see cref="Refresh"/> when they change.</summary>
    public float[] Parameters { get; protected init; } = new float[parameters];

    /// <summary>How much of a picture it changes: what a search makes small.</summary>
    public abstract float Cost { get; }

    /// <summary>Works out from the parameters what <see cref="Apply"/> needs, and forgets what was accumulated.</summary>
    public abstract void Refresh();

    /// <summary>Puts the trigger on a picture.</summary>
    public abstract void Apply(ReadOnlySpan<float> image, Span<float> into);

    /// <summary>Takes the slope of a loss at a picture with the trigger on it into account.</summary>
    /// <param name="image">The picture without it.</param>
    /// <param name="slope">Of the loss, element by element.</param>
    public abstract void Accumulate(ReadOnlySpan<float> image, ReadOnlySpan<float> slope);

    /// <summary>The slope of all losses so far, and of <paramref name="weight"/> times the cost, with respect to the parameters.</summary>
    public abstract void Gradient(float weight, Span<float> gradient);

    /// <summary>Another of the same kind, with the same parameters.</summary>
    public abstract Trigger Copy();

    protected static float Sigmoid(float value) => 1 / (1 + MathF.Exp(-value));
}
