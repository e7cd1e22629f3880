namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>A batch that is run in parts, one after the other.</summary>
/// <param name="owner">What is run.</param>
/// <param name="x">All examples.</param>
/// <param name="batch">How many.</param>
/// <param name="most">Examples of a part; the last is filled up with zeros where the model takes no other count.</param>
internal sealed class GradientParts(OnnxGradient owner, float[] x, int batch, int most)
{
    public int Batch { get; } = batch;

    /// <summary>Runs all parts and takes something of each, example by example.</summary>
    /// <param name="size">Numbers for an example; null for as many as come.</param>
    /// <param name="part">What to take, of the run and from which example on.</param>
    /// <exception cref="Engine.OnnxException">A node failed.</exception>
    public float[] Joined(int? size, Func<GradientRun, int, float[]> part)
    {
        var all = new List<float>(Batch * (size ?? 0));
        for (var start = 0; start < Batch; start += most)
        {
            var some = Math.Min(most, Batch - start);
            var count = owner.FixedBatch ?? some;
            var inputs = new float[count * owner.Size];
            x.AsSpan(start * owner.Size, some * owner.Size).CopyTo(inputs);
            using var run = owner.Run(inputs, count);
            var taken = part(run, start);
            all.AddRange(taken.AsSpan(0, taken.Length / count * some));
        }

        return [.. all];
    }

    /// <summary>What belongs to a run of numbers for all examples, filled up with zeros.</summary>
    /// <param name="numbers">Logits or their slopes, example by example.</param>
    /// <param name="run">The run.</param>
    /// <param name="start">Its first example.</param>
    public float[] Share(float[] numbers, GradientRun run, int start)
    {
        var (each, share) = (numbers.Length / Batch, new float[numbers.Length / Batch * run.Batch]);
        numbers.AsSpan(start * each, Math.Min(share.Length, numbers.Length - (start * each))).CopyTo(share);
        return share;
    }
}
