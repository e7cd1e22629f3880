using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>Puts a trigger on examples that it was not searched with.</summary>
internal static class TriggerReplay
{
    private const int Chunk = 128; // examples of one run

    /// <summary>Which part of the examples the model then takes for <paramref name="target"/>, of those that do not belong to it.</summary>
    /// <exception cref="Engine.OnnxException">A node failed.</exception>
    public static double SuccessRate(OnnxGradient gradient, ProbeSet probes, Trigger trigger, int target)
    {
        int[] others = [.. Enumerable.Range(0, probes.Count).Where(example => probes.Labels[example] != target)];
        var moved = others.Chunk(Chunk).Sum(chunk => Classes(gradient, probes, trigger, chunk).Count(predicted => predicted == target));
        return others.Length == 0 ? 0 : (double)moved / others.Length;
    }

    /// <summary>What the model takes examples for with the trigger on them; without it where that is null.</summary>
    /// <exception cref="Engine.OnnxException">A node failed.</exception>
    public static int[] Classes(OnnxGradient gradient, ProbeSet probes, Trigger? trigger, IReadOnlyList<int> examples)
    {
        var x = new float[examples.Count * probes.Size];
        for (var i = 0; i < examples.Count; i++)
        {
            var into = x.AsSpan(i * probes.Size, probes.Size);
            if (trigger is null)
                probes[examples[i]].CopyTo(into);
            else
                trigger.Apply(probes[examples[i]], into);
        }

        return Classifier.LargestOfEach(Logits(gradient, x), gradient.Classes);
    }

    /// <summary>The logits of inputs, row by row.</summary>
    /// <exception cref="Engine.OnnxException">A node failed.</exception>
    public static float[] Logits(OnnxGradient gradient, float[] inputs)
    {
        var logits = new List<float>();
        foreach (var chunk in inputs.Chunk(Chunk * gradient.Size))
        {
            using var pass = gradient.Forward(chunk, chunk.Length / gradient.Size);
            logits.AddRange(pass.Logits);
        }

        return [.. logits];
    }
}
