using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>
/// Searches the cheapest trigger for each of several targets, all of them in one batch. The same random numbers give the same triggers, whichever
/// other targets there are.
/// </summary>
internal sealed class TriggerSearch(OnnxGradient gradient, ProbeSet probes, SearchSettings settings)
{
    /// <summary>Examples of one forward run; more targets are searched one group after the other. More would not stay in a processor's cache.</summary>
    public const int MaxBatch = 64;

    /// <param name="targets">Each with at least one example.</param>
    /// <param name="start">A trigger to begin with, from random numbers.</param>
    /// <param name="random">Random numbers for a part of the search: <see cref="BehaviorContext.Random"/>.</param>
    /// <exception cref="Engine.OnnxException">A node failed.</exception>
    public IReadOnlyList<TriggerResult> Run(IReadOnlyList<SearchTarget> targets, Func<SeededRandom, Trigger> start, Func<string, SeededRandom> random)
    {
        if (probes.Size != gradient.Size)
            throw new ArgumentException($"examples have {probes.Size} numbers where the model takes {gradient.Size}", nameof(targets));

        return [.. targets.Chunk(Math.Max(1, MaxBatch / settings.Batch)).SelectMany(group => Search(group, start, random))];
    }

    private TriggerResult[] Search(SearchTarget[] targets, Func<SeededRandom, Trigger> start, Func<string, SeededRandom> random)
    {
        var states = Array.ConvertAll(targets, target =>
        {
            var numbers = random(FormattableString.Invariant($"{target.Class} of {string.Join(',', target.Examples)}"));
            return new TargetState(target, start(numbers), settings, numbers);
        });
        var x = new float[states.Length * settings.Batch * probes.Size];
        var dlogits = new float[states.Length * settings.Batch * gradient.Classes];
        var examples = new int[states.Length * settings.Batch];
        for (var step = 0; step < settings.Steps; step++)
        {
            Step(states, x, dlogits, examples);
            settings.Progress?.Invoke(step + 1);
        }

        return Array.ConvertAll(states, static state => state.Result());
    }

    private void Step(TargetState[] states, float[] x, float[] dlogits, int[] examples)
    {
        var size = probes.Size;
        for (var i = 0; i < examples.Length; i++)
        {
            var state = states[i / settings.Batch];
            examples[i] = state.Draw();
            var input = x.AsSpan(i * size, size);
            state.Trigger.Apply(probes[examples[i]], input);
            if (settings.Overlay > 0)
                Superimpose(input, probes[state.Draw()]);
        }

        using var pass = gradient.Forward(x, examples.Length);
        var (moved, losses) = (new int[states.Length], new float[states.Length]);
        var share = (1 - settings.Overlay) / settings.Batch; // what lies over an example takes its part of the slope
        for (var i = 0; i < examples.Length; i++)
        {
            var logits = pass.Logits.Slice(i * gradient.Classes, gradient.Classes);
            var (of, target) = (i / settings.Batch, states[i / settings.Batch].Target.Class);
            losses[of] += Losses.CrossEntropy(logits, target, share, dlogits.AsSpan(i * gradient.Classes, gradient.Classes));
            moved[of] += Losses.Largest(logits) == target ? 1 : 0;
        }

        var slopes = pass.Backward(dlogits);
        for (var i = 0; i < examples.Length; i++)
            states[i / settings.Batch].Trigger.Accumulate(probes[examples[i]], slopes.Slice(i * size, size));
        for (var of = 0; of < states.Length; of++)
            states[of].Step((float)moved[of] / settings.Batch, losses[of] / settings.Batch);
    }

    private void Superimpose(Span<float> input, ReadOnlySpan<float> other)
    {
        for (var i = 0; i < input.Length; i++)
            input[i] += settings.Overlay * (other[i] - input[i]);
    }
}
