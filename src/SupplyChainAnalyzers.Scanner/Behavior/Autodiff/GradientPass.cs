using SupplyChainAnalyzers.Scanner.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>
/// A batch after its forward run, of which the gradient can be taken, more than once. What the gradient needs is kept, unless it is too much for the
/// memory: then the batch is run part by part, and once more on the way back.
/// </summary>
internal sealed class GradientPass : IDisposable
{
    private readonly OnnxGradient _owner;
    private readonly GradientRun[] _runs;
    private readonly GradientParts? _parts;
    private readonly float[]? _logits;
    private OnnxValues? _gradient;

    internal GradientPass(OnnxGradient owner, int batch, GradientRun[] runs)
    {
        (_owner, Batch, _runs) = (owner, batch, runs);
        if (runs.Length > 1 || runs[0].Batch != batch)
            _logits = Joined(owner.Classes, static run => run.Logits);
    }

    /// <param name="owner">Whose.</param>
    /// <param name="parts">Of the batch; only the logits of their runs are kept.</param>
    internal GradientPass(OnnxGradient owner, GradientParts parts)
    {
        (_owner, Batch, _runs, _parts) = (owner, parts.Batch, [], parts);
        _logits = parts.Joined(owner.Classes, static (run, _) => run.Logits.ToArray());
    }

    private delegate ReadOnlySpan<float> Part(GradientRun run);

    /// <summary>Examples in it.</summary>
    public int Batch { get; }

    /// <summary>Logits, example by example; gone with this pass.</summary>
    public ReadOnlySpan<float> Logits => _logits ?? _runs[0].Logits;

    /// <summary>A tensor that was asked for (<see cref="GradientOptions.Expose"/>), example by example.</summary>
    public float[] Activation(string tensor)
    {
        if (_parts is not null)
            return _parts.Joined(null, (run, _) => run[tensor].ToFloats());

        var parts = Array.ConvertAll(_runs, run => run[tensor].ToFloats());
        return parts is [var only] && _runs[0].Batch == Batch
            ? only
            : [.. parts.SelectMany(static part => part).Take(parts[0].Length / _runs[0].Batch * Batch)];
    }

    /// <summary>The gradient with respect to the input, example by example; gone with this pass or the next call.</summary>
    /// <param name="dlogits">The gradient of the loss with respect to <see cref="Logits"/>.</param>
    /// <exception cref="OnnxException">A node failed.</exception>
    public ReadOnlySpan<float> Backward(float[] dlogits)
    {
        if (dlogits.Length != Batch * _owner.Classes)
            throw new ArgumentException($"{dlogits.Length} numbers are not {Batch} times {_owner.Classes}", nameof(dlogits));
        if (_parts is not null)
            return _parts.Joined(_owner.Size, (run, start) => Back(run, _parts.Share(dlogits, run, start)).ToArray());
        if (_owner.IsEstimated)
            return Joined(_owner.Size, run => EstimatedGradient.Of(_owner, run, Share(dlogits, run)));
        if (_logits is not null)
            return Joined(_owner.Size, run => Exact(run, Share(dlogits, run)));

        return Exact(_runs[0], dlogits);
    }

    public void Dispose()
    {
        _gradient?.Dispose();
        Array.ForEach(_runs, static run => run.Dispose());
    }

    /// <summary>Of a model that takes only so many examples at a time; the last batch is filled up with zeros.</summary>
    internal static GradientPass Of(OnnxGradient owner, int batch, float[] x, int only)
    {
        var runs = new List<GradientRun>();
        for (var start = 0; start < batch; start += only)
        {
            var part = new float[only * owner.Size];
            x.AsSpan(start * owner.Size, Math.Min(only, batch - start) * owner.Size).CopyTo(part);
            runs.Add(owner.Run(part, only));
        }

        return new GradientPass(owner, batch, [.. runs]);
    }

    private ReadOnlySpan<float> Back(GradientRun run, float[] dlogits) => _owner.IsEstimated ? EstimatedGradient.Of(_owner, run, dlogits) : Exact(run, dlogits);

    private ReadOnlySpan<float> Exact(GradientRun run, float[] dlogits)
    {
        _gradient?.Dispose();
        _gradient = _owner.Back(run, dlogits);
        return _gradient[_owner.Result].Span<float>();
    }

    // The part of a run, filled up with zeros.
    private float[] Share(float[] dlogits, GradientRun run)
    {
        if (run.Batch == Batch)
            return dlogits;

        var share = new float[run.Batch * _owner.Classes];
        var start = Array.IndexOf(_runs, run) * share.Length;
        dlogits.AsSpan(start, Math.Min(share.Length, dlogits.Length - start)).CopyTo(share);
        return share;
    }

    private float[] Joined(int size, Part part)
    {
        var all = new float[Batch * size];
        var start = 0;
        foreach (var run in _runs)
        {
            var count = Math.Min(run.Batch * size, all.Length - start);
            part(run)[..count].CopyTo(all.AsSpan(start));
            start += count;
        }

        return all;
    }
}
