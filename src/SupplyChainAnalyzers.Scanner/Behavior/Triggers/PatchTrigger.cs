namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>
/// A pattern that covers a picture as far as a mask lets it: (1 - mask) image + mask pattern (Neural Cleanse, Wang et al. 2019). Mask and
/// pattern are sigmoids, so that any parameters are allowed.
/// </summary>
internal sealed class PatchTrigger : Trigger
{
    private const int CoarseMask = 28; // cells along a side of large pictures

    private readonly ImageShape _shape;
    private readonly InputRange _range;
    private readonly Upsampling? _upsampling;
    private readonly int _cells;
    private readonly int[] _pixels; // of each element
    private readonly float[] _cellValues;
    private readonly float[] _mask;
    private readonly float[] _pattern;
    private readonly float[] _maskSlope;
    private readonly float[] _patternSlope;

    private PatchTrigger(ImageShape shape, InputRange range, Upsampling? upsampling)
        : base((upsampling?.Cells ?? shape.Pixels) + shape.Size)
    {
        (_shape, _range, _upsampling) = (shape, range, upsampling);
        _cells = upsampling?.Cells ?? shape.Pixels;
        _pixels = [.. Enumerable.Range(0, shape.Size).Select(shape.PixelOf)];
        (_mask, _maskSlope) = (new float[shape.Pixels], new float[shape.Pixels]);
        (_pattern, _patternSlope) = (new float[shape.Size], new float[shape.Size]);
        _cellValues = upsampling is null ? _mask : new float[_cells];
    }

    /// <summary>From 0 to 1 for each pixel, row by row.</summary>
    public ReadOnlySpan<float> Mask => _mask;

    /// <summary>A picture.</summary>
    public ReadOnlySpan<float> Pattern => _pattern;

    /// <summary>The sum of the mask: how many pixels it covers.</summary>
    public override float Cost => Sum(_mask);

    /// <summary>A faint mask and a random pattern to start from.</summary>
    public static PatchTrigger Random(ImageShape shape, InputRange range, SeededRandom random)
    {
        var trigger = new PatchTrigger(shape, range, shape.IsLarge ? new Upsampling(CoarseMask, CoarseMask, shape.Height, shape.Width) : null);
        for (var i = 0; i < trigger.Parameters.Length; i++)
            trigger.Parameters[i] = (float)(i < trigger._cells ? -1.5 + (.1 * random.Normal()) : .5 * random.Normal());
        trigger.Refresh();
        return trigger;
    }

    public override void Refresh()
    {
        for (var i = 0; i < _cells; i++)
            _cellValues[i] = Sigmoid(Parameters[i]);
        _upsampling?.Spread(_cellValues, _mask);
        for (var i = 0; i < _pattern.Length; i++)
            _pattern[i] = _range.Low + (_range.Width * Sigmoid(Parameters[_cells + i]));
        Array.Clear(_maskSlope);
        Array.Clear(_patternSlope);
    }

    public override void Apply(ReadOnlySpan<float> image, Span<float> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = image[i] + (_mask[_pixels[i]] * (_pattern[i] - image[i]));
    }

    public override void Accumulate(ReadOnlySpan<float> image, ReadOnlySpan<float> slope)
    {
        for (var i = 0; i < slope.Length; i++)
        {
            var pixel = _pixels[i];
            _maskSlope[pixel] += slope[i] * (_pattern[i] - image[i]);
            _patternSlope[i] += slope[i] * _mask[pixel];
        }
    }

    public override void Gradient(float weight, Span<float> gradient)
    {
        var masks = gradient[.._cells];
        for (var i = 0; i < _maskSlope.Length; i++)
            _maskSlope[i] += weight;
        masks.Clear();
        if (_upsampling is null)
            _maskSlope.CopyTo(masks);
        else
            _upsampling.Gather(_maskSlope, masks);
        for (var i = 0; i < _cells; i++)
            masks[i] *= _cellValues[i] * (1 - _cellValues[i]);
        for (var i = 0; i < _pattern.Length; i++)
        {
            var value = (_pattern[i] - _range.Low) / _range.Width;
            gradient[_cells + i] = _patternSlope[i] * _range.Width * value * (1 - value);
        }
    }

    public override PatchTrigger Copy()
    {
        var copy = new PatchTrigger(_shape, _range, _upsampling) { Parameters = [.. Parameters] };
        copy.Refresh();
        return copy;
    }

    private static float Sum(float[] values)
    {
        var sum = 0f;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
