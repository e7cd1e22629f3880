using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;

/// <summary>
/// Compares gradients with central differences of the same graph in double. Where the runtime has an operator in float only, with
/// differences in float over longer steps, which for linear operators are exact as well.
/// </summary>
internal static class GradientCheck
{
    private const int Batch = 2;

    public static void Verify(long[] example, Func<SmallModel, string> build, long opset = 17, double low = -1, double high = 1)
    {
        var size = (int)example.Aggregate(1L, static (a, b) => a * b) * Batch;
        var random = new Random(3);
        double[] x = [.. Enumerable.Range(0, size).Select(_ => (float)Smooth(low + (random.NextDouble() * (high - low)), random))];

        using var gradient = OnnxGradient.Compile(Model(TensorType.Float, example, build, opset));
        Assert.Null(gradient.Reason);
        using var pass = gradient.Forward(Array.ConvertAll(x, static value => (float)value), Batch);
        float[] dlogits = [.. Enumerable.Range(0, Batch * gradient.Classes).Select(_ => (float)random.NextDouble() - .5f)];
        var actual = pass.Backward(dlogits).ToArray();
        var (expected, tolerance) = Expected(example, build, opset, x, dlogits);
        AssertNear(expected, actual, tolerance);
    }

    /// <summary>Relative to the length of the whole.</summary>
    public static void AssertNear(double[] expected, float[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        var length = Math.Sqrt(expected.Sum(static value => value * value));
        var error = Math.Sqrt(expected.Zip(actual, static (a, b) => (a - b) * (a - b)).Sum()) / length;
        Assert.True(length > 1e-3, "the gradient is zero: the test would not see a wrong one");
        Assert.True(error <= tolerance, $"error {error:E2}\nexpected {string.Join(' ', expected.Take(24).Select(static value => $"{value:F5}"))}\nactual   {string.Join(' ', actual.Take(24).Select(static value => $"{value:F5}"))}");
    }

    // Functions have their kinks at multiples of 1/16, if any: differences across one would not be slopes.
    private static double Smooth(double x, Random random) => ((Math.Floor(x * 16) + .5) / 16) + ((random.NextDouble() - .5) / 50);

    private static (double[] Expected, double Tolerance) Expected(long[] example, Func<SmallModel, string> build, long opset, double[] x, float[] dlogits)
    {
        try
        {
            using var session = OnnxEngine.Load(Model(TensorType.Double, example, build, opset).ToBytes());
            return (Differences(x, 1e-5, moved => Loss<double>(session, moved, example, dlogits, static value => value)), 2e-5);
        }
        catch (OnnxException)
        {
            using var session = OnnxEngine.Load(Model(TensorType.Float, example, build, opset).ToBytes());
            return (Differences(x, 1 / 256.0, moved => Loss<float>(session, Array.ConvertAll(moved, static value => (float)value), example, dlogits, static value => value)), 2e-3);
        }
    }

    private static double[] Differences(double[] x, double step, Func<double[], double> loss)
    {
        var slopes = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var kept = x[i];
            x[i] = kept + step;
            var up = loss(x);
            x[i] = kept - step;
            slopes[i] = (up - loss(x)) / (2 * step);
            x[i] = kept;
        }

        return slopes;
    }

    private static double Loss<T>(OnnxSession session, T[] x, long[] example, float[] dlogits, Func<T, double> number)
        where T : unmanaged
    {
        using var input = OnnxValue.Over(x, [Batch, .. example]);
        using var run = session.Run(input);
        var y = run[session.Outputs[0].Name].Span<T>();
        var loss = 0.0;
        for (var i = 0; i < y.Length; i++)
            loss += number(y[i]) * dlogits[i];
        return loss;
    }

    private static ModelProto Model(TensorType type, long[] example, Func<SmallModel, string> build, long opset)
    {
        var model = new SmallModel(type, opset, example);
        return model.Giving(build(model));
    }
}
