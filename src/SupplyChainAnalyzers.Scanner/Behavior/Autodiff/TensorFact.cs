using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>What runs showed of a tensor.</summary>
/// <param name="Type">Of its elements.</param>
/// <param name="Shape">-1 where the size follows that of the batch.</param>
/// <param name="Integers">Of small tensors of whole numbers that are the same for every batch: sizes, axes, places; else null.</param>
internal sealed record TensorFact(TensorType Type, long[] Shape, long[]? Integers)
{
    /// <summary>Longer ones are data, not sizes.</summary>
    public const int MaxIntegers = 4096;

    /// <summary>Whether a gradient may flow through it: the whole numbers are those of quantized networks.</summary>
    public bool CarriesGradient => Type is TensorType.Float or TensorType.Double or TensorType.Float16 or TensorType.BFloat16
        or TensorType.Int8 or TensorType.UInt8 or TensorType.Int32;

    /// <summary>Whether its elements are numbers that can be read.</summary>
    public bool CarriesValues => CarriesGradient || Type is TensorType.Int64 or TensorType.Int16 or TensorType.Bool;

    public int Rank => Shape.Length;

    public static TensorFact Of(OnnxValue value) => new((TensorType)(int)value.Type, value.Shape, IntegersOf(value));

    public static long[]? IntegersOf(OnnxValue value) => value.Count > MaxIntegers ? null : (TensorType)(int)value.Type switch
    {
        TensorType.Int64 => value.Span<long>().ToArray(),
        TensorType.Int32 => Array.ConvertAll(value.Span<int>().ToArray(), static number => (long)number),
        _ => null,
    };

    /// <summary>What holds for two batches holds for all.</summary>
    /// <exception cref="GradientUnavailableException">They differ in more than sizes.</exception>
    public TensorFact Merge(TensorFact other)
    {
        if (Type != other.Type || Rank != other.Rank)
            throw new GradientUnavailableException("the types or ranks of its tensors depend on the batch");

        long[] shape = [.. Shape.Zip(other.Shape, static (a, b) => a == b ? a : -1)];
        return new TensorFact(Type, shape, Integers is not null && other.Integers is not null && Integers.AsSpan().SequenceEqual(other.Integers) ? Integers : null);
    }
}
