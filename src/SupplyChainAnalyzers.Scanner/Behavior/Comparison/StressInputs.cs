using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison;

/// <summary>
/// Inputs unlike any that a model was trained on: two versions of a model agree on ordinary ones even where one of them has a backdoor, which
/// shows where nothing else says what to answer.
/// </summary>
internal sealed class StressInputs
{
    private const int Noises = 256;
    private const int Patched = 512;
    private const int Most = 1 << 24; // numbers of one kind of inputs
    private const int Blocks = 8; // of one colour, along each side

    private StressInputs(float[] noise, float[] blocks, float[] patched) => (Noise, Colours, Patches) = (noise, blocks, patched);

    /// <summary>Each number by itself.</summary>
    public float[] Noise { get; }

    /// <summary>Blocks of one colour; empty for what is no picture.</summary>
    public float[] Colours { get; }

    /// <summary>Inputs of the probe with a small patch of bright and dark pixels; empty without a probe of pictures.</summary>
    public float[] Patches { get; }

    /// <exception cref="CheckSkippedException">It is not known between what the numbers of an input lie.</exception>
    public static StressInputs Of(Classifier classifier, Probe? probe, SeededRandom random)
    {
        var shape = ImageShape.Of(classifier.InputShape);
        if (probe is null && shape is null)
            throw new CheckSkippedException("the model's input is no picture, and without a probe its range is not known");

        var range = probe is null ? InputRange.Unit : new InputRange(probe.Range.Low, probe.Range.High);
        var count = Math.Clamp(Most / classifier.InputSize, 1, Noises);
        float Number() => range.Low + (range.Width * (float)random.Uniform());
        float[] noise = [.. Enumerable.Range(0, count * classifier.InputSize).Select(_ => Number())];
        float[] colours = shape is null ? [] : [.. Enumerable.Range(0, count).SelectMany(_ => Mosaic(shape, Number))];
        float[] patched = shape is null || probe is null ? [] : [.. Enumerable.Range(0, Math.Clamp(Most / classifier.InputSize, 1, Patched)).SelectMany(i => WithPatch(probe[i % probe.Count], shape, range, random))];
        return new StressInputs(noise, colours, patched);
    }

    private static float[] Mosaic(ImageShape shape, Func<float> number)
    {
        float[] blocks = [.. Enumerable.Range(0, Blocks * Blocks * shape.Channels).Select(_ => number())];
        var picture = new float[shape.Size];
        for (var i = 0; i < picture.Length; i++)
        {
            var (y, x) = Math.DivRem(shape.PixelOf(i), shape.Width);
            picture[i] = blocks[(((shape.ChannelOf(i) * Blocks) + (y * Blocks / shape.Height)) * Blocks) + (x * Blocks / shape.Width)];
        }

        return picture;
    }

    // As triggers are: a tenth to a fifth of a side, each colour of each pixel off or on.
    private static float[] WithPatch(ReadOnlySpan<float> input, ImageShape shape, InputRange range, SeededRandom random)
    {
        var picture = input.ToArray();
        var side = Math.Max(1, Math.Min(shape.Height, shape.Width) * (8 + random.Below(9)) / 80);
        var (top, left) = (random.Below(shape.Height - side + 1), random.Below(shape.Width - side + 1));
        for (var i = 0; i < picture.Length; i++)
        {
            var (y, x) = Math.DivRem(shape.PixelOf(i), shape.Width);
            if (y >= top && y < top + side && x >= left && x < left + side)
                picture[i] = random.Below(2) == 0 ? range.Low : range.High;
        }

        return picture;
    }
}
