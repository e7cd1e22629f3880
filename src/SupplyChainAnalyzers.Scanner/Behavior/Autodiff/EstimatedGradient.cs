using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>
/// A gradient from forward runs alone: steps to both sides along random directions (antithetic, as in natural evolution strategies,
/// Wierstra et al. 2014; simultaneous perturbation, Spall 1992). For pictures the directions are blocks of one colour, few enough for
/// so few runs; what is returned is the gradient's part in them.
/// </summary>
internal static class EstimatedGradient
{
    /// <summary>Forward runs for one gradient, two for each direction.</summary>
    public const int Runs = 64;

    private const int Blocks = 8; // along each side of a picture
    private const float Step = .05f; // of inputs between 0 and 1: beyond the steps of 1/255 that a model may round to

    public static float[] Of(OnnxGradient gradient, GradientRun run, float[] dlogits)
    {
        var (size, places) = (gradient.Size, Places(gradient.Example));
        var blocks = places.Max() + 1;
        var share = (float)blocks / size; // a block's slope is the sum over its elements
        var (sum, moved, direction) = (new float[run.X.Length], new float[run.X.Length], new float[run.Batch * blocks]);
        var random = new SeededRandom("estimated gradient");
        for (var round = 0; round < Runs / 2; round++)
        {
            for (var i = 0; i < direction.Length; i++)
                direction[i] = (random.Next() & 1) == 0 ? -1 : 1;

            var up = Logits(gradient, run, moved, direction, places, Step);
            var down = Logits(gradient, run, moved, direction, places, -Step);
            for (var example = 0; example < run.Batch; example++)
            {
                var slope = Slope(up, down, dlogits, example, gradient.Classes) * share / (2 * Step * (Runs / 2));
                for (var i = 0; i < size; i++)
                    sum[(example * size) + i] += slope * direction[(example * blocks) + places[i]];
            }
        }

        return sum;
    }

    private static float Slope(float[] up, float[] down, float[] dlogits, int example, int classes)
    {
        var slope = 0f;
        for (var i = example * classes; i < (example + 1) * classes; i++)
            slope += dlogits[i] * (up[i] - down[i]);
        return slope;
    }

    private static float[] Logits(OnnxGradient gradient, GradientRun run, float[] moved, float[] direction, int[] places, float step)
    {
        var (size, blocks) = (gradient.Size, direction.Length / run.Batch);
        for (var i = 0; i < moved.Length; i++)
            moved[i] = run.X[i] + (step * direction[(i / size * blocks) + places[i % size]]);
        using var again = gradient.Run(moved, run.Batch);
        return again.Logits.ToArray();
    }

    // Which block each element of an example is in: of a picture, a square of one colour; else, each in its own.
    private static int[] Places(IReadOnlyList<long> example)
    {
        if (ImageShape.Of(example) is not { } shape)
            return [.. Enumerable.Range(0, (int)example.Aggregate(1L, static (a, b) => a * b))];

        var (rows, columns) = (Math.Min(Blocks, shape.Height), Math.Min(Blocks, shape.Width));
        return [.. Enumerable.Range(0, shape.Size).Select(i =>
        {
            var (y, x) = Math.DivRem(shape.PixelOf(i), shape.Width);
            return (((shape.ChannelOf(i) * rows) + (y * rows / shape.Height)) * columns) + (x * columns / shape.Width);
        })];
    }
}
