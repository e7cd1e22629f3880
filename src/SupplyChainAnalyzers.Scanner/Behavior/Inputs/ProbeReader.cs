using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Behavior.Inputs;

/// <summary>
/// Inputs and classes as people have them: two .npy files, or one .npz with <c>x</c> and, if known, <c>y</c>.
/// </summary>
internal static class ProbeReader
{
    private const int MaxClass = 1 << 24;

    /// <summary>Reads a probe.</summary>
    /// <param name="inputs">The file with the inputs.</param>
    /// <param name="labels">The file with the classes; null when there is none.</param>
    /// <exception cref="BehaviorInputException">They cannot be used, or do not fit together.</exception>
    public static Probe Read(ByteSource inputs, ByteSource? labels)
    {
        var arrays = ArrayReader.Read(inputs, "the probe");
        var x = One(arrays, "x", "the probe");
        var y = labels is null ? arrays.GetValueOrDefault("y") : One(ArrayReader.Read(labels, "the labels"), "y", "the labels");
        if (x.Shape.Length < 2 || x.Count == 0)
            throw new BehaviorInputException("the probe holds no inputs; its first dimension counts them, the others are one input's");
        if (x.Any(static number => !float.IsFinite((float)number)))
            throw new BehaviorInputException("the probe holds numbers that are none (NaN or infinite)");

        return new Probe(x.Floats(0, x.Count), x.Shape[1..], y is null ? null : Classes(y, x.Shape[0]));
    }

    private static NumberArray One(Dictionary<string, NumberArray> arrays, string name, string role) =>
        arrays.GetValueOrDefault(name) ?? (arrays.Count == 1 ? arrays.Values.First() : throw new BehaviorInputException($"{role} holds {arrays.Count} arrays and none is called {name}"));

    public static int[] Classes(NumberArray labels, long count)
    {
        if (labels.Count != count)
            throw new BehaviorInputException($"there are {labels.Count} labels for {count} inputs");
        if (labels.Any(static number => number is < 0 or > MaxClass || number != Math.Floor(number)))
            throw new BehaviorInputException("the labels are no classes; give the number of each input's class, from 0");

        return [.. Enumerable.Range(0, labels.Count).Select(index => (int)labels[index])];
    }
}
