using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>
/// A tensor in native memory, or over an array of ours. What comes out of one session goes into another as it is: nothing is copied.
/// </summary>
internal sealed class OnnxValue : IDisposable
{
    private readonly OrtTensorTypeAndShapeInfo _info;

    internal OnnxValue(OrtValue native)
    {
        Native = native;
        if (!native.IsTensor)
            throw new OnnxException(OnnxStage.Run, "it gives something that is no tensor");
        _info = native.GetTensorTypeAndShape();
    }

    /// <summary>Of the elements.</summary>
    public TensorElementType Type => _info.ElementDataType;

    /// <summary>Elements in each dimension; empty for a single number.</summary>
    public long[] Shape => _info.Shape;

    /// <summary>Elements altogether.</summary>
    public long Count => _info.ElementCount;

    internal OrtValue Native { get; }

    /// <summary>Over an array, which may be written to between two runs.</summary>
    /// <typeparam name="T">float, double, long, int, byte, bool …</typeparam>
    /// <param name="elements">Exactly as many as the shape has.</param>
    /// <param name="shape">Elements in each dimension.</param>
    /// <exception cref="OnnxException">They are not.</exception>
    public static OnnxValue Over<T>(T[] elements, params long[] shape)
        where T : unmanaged
    {
        NativeRuntime.Load();
        return OnnxEngine.Try(OnnxStage.Run, () => new OnnxValue(OrtValue.CreateTensorValueFromMemory(elements, shape)));
    }

    /// <summary>The elements where they lie, in the order of memory; gone with this value.</summary>
    /// <exception cref="OnnxException">They are of another type.</exception>
    public ReadOnlySpan<T> Span<T>()
        where T : unmanaged
    {
        if (Count == 0)
            return default;

        try
        {
            return Native.GetTensorDataAsSpan<T>();
        }
        catch (OnnxRuntimeException e)
        {
            throw new OnnxException(OnnxStage.Run, $"a tensor holds {Type} where {typeof(T).Name} is expected", e);
        }
    }

    /// <summary>The elements as floats, whatever number they are.</summary>
    /// <exception cref="OnnxException">They are no numbers.</exception>
    public float[] ToFloats() => Type switch
    {
        TensorElementType.Float => Span<float>().ToArray(),
        TensorElementType.Double => Each<double>(static x => (float)x),
        TensorElementType.Float16 => Each<Half>(static x => (float)x),
        TensorElementType.BFloat16 => Each<ushort>(static x => BitConverter.Int32BitsToSingle(x << 16)),
        TensorElementType.Int64 => Each<long>(static x => x),
        TensorElementType.Int32 => Each<int>(static x => x),
        TensorElementType.Int16 => Each<short>(static x => x),
        TensorElementType.Int8 => Each<sbyte>(static x => x),
        TensorElementType.UInt8 => Each<byte>(static x => x),
        TensorElementType.Bool => Each<byte>(static x => x),
        _ => throw new OnnxException(OnnxStage.Run, $"a tensor holds {Type} where numbers are expected"),
    };

    public void Dispose() => Native.Dispose();

    private float[] Each<T>(Func<T, float> convert)
        where T : unmanaged
    {
        // Not by Span: ONNX Runtime has types of its own for 16 bits and compares by name.
        if (Count == 0)
            return [];

        var elements = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(Native.GetTensorMutableRawData());
        var floats = new float[elements.Length];
        for (var i = 0; i < floats.Length; i++)
            floats[i] = convert(elements[i]);
        return floats;
    }
}
