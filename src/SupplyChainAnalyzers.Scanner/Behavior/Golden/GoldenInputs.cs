using Microsoft.ML.OnnxRuntime.Tensors;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;

namespace SupplyChainAnalyzers.Scanner.Behavior.Golden;

/// <summary>
/// Inputs that can be had again: the first of the probe, or, without one, numbers between 0 and 1 that depend on an input's name and shape
/// alone, so that a changed model gets the same.
/// </summary>
internal static class GoldenInputs
{
    /// <summary>As many as say something, and few enough for a file that people commit.</summary>
    public const int Count = 8;

    private const int MaxNumbers = 1 << 24;

    /// <summary>Every input of a model. The caller disposes the values.</summary>
    /// <param name="session">The model.</param>
    /// <param name="probe">Null for inputs of our own.</param>
    /// <param name="count">Of the batch, where the model leaves it open.</param>
    /// <exception cref="CheckSkippedException">The model takes something else, or leaves more than the batch open.</exception>
    public static Dictionary<string, OnnxValue> Of(OnnxSession session, Probe? probe, int count)
    {
        var values = new Dictionary<string, OnnxValue>(StringComparer.Ordinal);
        try
        {
            foreach (var port in session.Inputs)
                values.Add(port.Name, probe is not null && session.Inputs.Count == 1 ? First(probe, port, count) : Own(port, count));
            return values;
        }
        catch
        {
            Dispose(values);
            throw;
        }
    }

    public static void Dispose(Dictionary<string, OnnxValue> values)
    {
        foreach (var value in values.Values)
            value.Dispose();
    }

    private static OnnxValue First(Probe probe, OnnxPort port, int count) => port.Type == TensorElementType.Float
        ? OnnxValue.Over(probe.Inputs.AsSpan(0, count * probe.SampleSize).ToArray(), [count, .. probe.SampleShape])
        : throw new CheckSkippedException($"the model takes {port.Type}, a probe holds floats");

    private static OnnxValue Own(OnnxPort port, int count)
    {
        if (!port.IsTensor || port.Shape.Skip(1).Any(static size => size < 0))
            throw new CheckSkippedException("the model leaves the size of its input open; give a probe");

        long[] shape = [.. port.Shape.Select((size, i) => i == 0 && size < 0 ? count : (long)size)];
        var numbers = shape.Aggregate(1.0, static (product, size) => product * size);
        if (numbers > MaxNumbers)
            throw new CheckSkippedException($"the model takes more than {MaxNumbers} numbers at once");

        var random = new SeededRandom("golden", port.Name, string.Join(',', shape));
        return port.Type switch
        {
            TensorElementType.Float => OnnxValue.Over(Fill(numbers, () => (float)random.Uniform()), shape),
            TensorElementType.Double => OnnxValue.Over(Fill(numbers, random.Uniform), shape),
            TensorElementType.Int64 => OnnxValue.Over(Fill(numbers, () => (long)random.Below(2)), shape), // exists in every vocabulary
            TensorElementType.Int32 => OnnxValue.Over(Fill(numbers, () => random.Below(2)), shape),
            TensorElementType.UInt8 => OnnxValue.Over(Fill(numbers, () => (byte)random.Below(256)), shape),
            TensorElementType.Bool => OnnxValue.Over(Fill(numbers, static () => true), shape),
            _ => throw new CheckSkippedException($"the model takes {port.Type}; give a probe"),
        };
    }

    private static T[] Fill<T>(double count, Func<T> next)
    {
        var numbers = new T[(int)count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = next();
        return numbers;
    }
}
