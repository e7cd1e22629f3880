namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>Adam (Kingma and Ba 2015): steps down a gradient, each parameter at its own pace.</summary>
internal sealed class Adam(int parameters, float rate, float beta1 = .9f, float beta2 = .999f)
{
    private const float Epsilon = 1e-8f;

    private readonly float[] _mean = new float[parameters];
    private readonly float[] _square = new float[parameters];
    private double _decay1 = 1;
    private double _decay2 = 1;

    public void Step(Span<float> values, ReadOnlySpan<float> gradient)
    {
        (_decay1, _decay2) = (_decay1 * beta1, _decay2 * beta2);
        var (scale1, scale2) = ((float)(1 / (1 - _decay1)), (float)(1 / (1 - _decay2)));
        for (var i = 0; i < values.Length; i++)
        {
            var slope = gradient[i];
            _mean[i] = (beta1 * _mean[i]) + ((1 - beta1) * slope);
            _square[i] = (beta2 * _square[i]) + ((1 - beta2) * slope * slope);
            values[i] -= rate * (_mean[i] * scale1) / (MathF.Sqrt(_square[i] * scale2) + Epsilon);
        }
    }
}
