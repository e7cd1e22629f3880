namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>A pattern that is added to a picture, within the range of its numbers (universal perturbation, Moosavi-Dezfooli et al. 2017).</summary>
internal sealed class AdditiveTrigger : Trigger
{
    private readonly InputRange _range;
    private readonly float[] _slope;

    private AdditiveTrigger(int size, InputRange range)
        : base(size) => (_range, _slope) = (range, new float[size]);

    /// <summary>Its length as a vector, in widths of the range.</summary>
    public override float Cost
    {
        get
        {
            var sum = 1e-8;
            foreach (var value in Parameters)
                sum += (double)value * value;
            return (float)Math.Sqrt(sum);
        }
    }

    /// <summary>Nearly nothing, to start from.</summary>
    public static AdditiveTrigger Random(int size, InputRange range, SeededRandom random)
    {
        var trigger = new AdditiveTrigger(size, range);
        for (var i = 0; i < size; i++)
            trigger.Parameters[i] = (float)(.01 * random.Normal());
        trigger.Refresh();
        return trigger;
    }

    public override void Refresh() => Array.Clear(_slope);

    public override void Apply(ReadOnlySpan<float> image, Span<float> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = _range.Clamp(image[i] + (_range.Width * Parameters[i]));
    }

    public override void Accumulate(ReadOnlySpan<float> image, ReadOnlySpan<float> slope)
    {
        for (var i = 0; i < slope.Length; i++)
        {
            if (_range.Contains(image[i] + (_range.Width * Parameters[i])))
                _slope[i] += slope[i] * _range.Width;
        }
    }

    public override void Gradient(float weight, Span<float> gradient)
    {
        var share = weight / Cost;
        for (var i = 0; i < _slope.Length; i++)
            gradient[i] = _slope[i] + (share * Parameters[i]);
    }

    public override AdditiveTrigger Copy()
    {
        var copy = new AdditiveTrigger(_slope.Length, _range) { Parameters = [.. Parameters] };
        copy.Refresh();
        return copy;
    }
}
