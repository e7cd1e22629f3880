using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>A tensor whose values do not depend on what goes into the model.</summary>
internal sealed class ConstantTensor
{
    private readonly Lazy<float[]> _floats;

    private ConstantTensor(TensorType type, long[] shape, Func<float[]> floats, long[]? integers)
    {
        (Type, Shape, Integers) = (type, shape, integers);
        _floats = new Lazy<float[]>(floats);
    }

    public TensorType Type { get; }

    public long[] Shape { get; }

    /// <summary>Whole numbers as the nearest float.</summary>
    public float[] Floats => _floats.Value;

    /// <summary>Of small tensors of sizes, axes and places; else null.</summary>
    public long[]? Integers { get; }

    /// <summary>A single number.</summary>
    /// <exception cref="GradientUnavailableException">There are several.</exception>
    public float Number => Floats is [var number] ? number : throw new GradientUnavailableException("a parameter that should be one number is several");

    public static ConstantTensor Of(TensorProto tensor) => new(
        tensor.Type,
        tensor.Dimensions,
        () => TensorValues.Floats(tensor),
        tensor.Type is TensorType.Int64 or TensorType.Int32 && TensorValues.Count(tensor) <= TensorFact.MaxIntegers ? TensorValues.Integers(tensor) : null);

    /// <summary>A copy: the value may be freed.</summary>
    public static ConstantTensor Of(OnnxValue value)
    {
        var floats = value.ToFloats();
        return new ConstantTensor((TensorType)(int)value.Type, value.Shape, () => floats, TensorFact.IntegersOf(value));
    }
}
