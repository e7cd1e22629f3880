using SupplyChainAnalyzers.Scanner.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>One forward run: what went in and what came out, all of it where the runtime put it.</summary>
internal sealed class GradientRun(float[] x, int batch, OnnxValue input, IReadOnlyDictionary<string, OnnxValue> inputs, OnnxValues outputs, string logits) : IDisposable
{
    public float[] X { get; } = x;

    public int Batch { get; } = batch;

    public ReadOnlySpan<float> Logits => outputs[logits].Span<float>();

    /// <summary>An input or output by name.</summary>
    public OnnxValue this[string name] => inputs.TryGetValue(name, out var value) ? value : outputs[name];

    public void Dispose()
    {
        outputs.Dispose();
        input.Dispose();
    }
}
