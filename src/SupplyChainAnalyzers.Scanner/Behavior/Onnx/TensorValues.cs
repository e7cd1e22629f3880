using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Onnx;

/// <summary>Values of a tensor as arrays, from <c>raw_data</c> or from the field of their type; and back.</summary>
internal static class TensorValues
{
    /// <summary>Elements of one tensor that are turned into an array.</summary>
    public const int MaxElements = 1 << 28;

    /// <exception cref="DamagedFileException">The values are not there, or not as many as the dimensions say.</exception>
    public static float[] Floats(TensorProto tensor) => tensor.Type switch
    {
        TensorType.Float => Cast<float>(Bytes(tensor)).ToArray(),
        TensorType.Double => From<double, float>(Bytes(tensor)),
        TensorType.Float16 => From<Half, float>(Bytes(tensor)),
        TensorType.BFloat16 => Array.ConvertAll(Cast<ushort>(Bytes(tensor)).ToArray(), static bits => BitConverter.UInt32BitsToSingle((uint)bits << 16)),
        _ => Array.ConvertAll(Integers(tensor), static value => (float)value),
    };

    /// <exception cref="DamagedFileException">The values are not there, not as many as the dimensions say, or no whole numbers.</exception>
    public static long[] Integers(TensorProto tensor) => tensor.Type switch
    {
        TensorType.Int64 => Cast<long>(Bytes(tensor)).ToArray(),
        TensorType.Int32 => From<int, long>(Bytes(tensor)),
        TensorType.Int16 => From<short, long>(Bytes(tensor)),
        TensorType.Int8 => From<sbyte, long>(Bytes(tensor)),
        TensorType.UInt8 or TensorType.Bool => From<byte, long>(Bytes(tensor)),
        TensorType.UInt16 => From<ushort, long>(Bytes(tensor)),
        TensorType.UInt32 => From<uint, long>(Bytes(tensor)),
        TensorType.UInt64 => From<ulong, long>(Bytes(tensor)),
        _ => throw new DamagedFileException($"a tensor of {OnnxType.Name((long)tensor.Type)} has no values that can be used as numbers here", 0),
    };

    /// <summary>The same tensor with other values, rounded to its type.</summary>
    /// <exception cref="ArgumentException">It is no tensor of floating-point numbers, or there are more or fewer values.</exception>
    public static TensorProto With(TensorProto tensor, ReadOnlySpan<float> values)
    {
        if (values.Length != Count(tensor))
            throw new ArgumentException($"{values.Length} values for a tensor of {Count(tensor)}", nameof(values));

        var all = values.ToArray();
        ReadOnlySpan<byte> raw = tensor.Type switch
        {
            TensorType.Float => MemoryMarshal.AsBytes(values),
            TensorType.Double => MemoryMarshal.AsBytes(Array.ConvertAll(all, static value => (double)value).AsSpan()),
            TensorType.Float16 => MemoryMarshal.AsBytes(Array.ConvertAll(all, static value => (Half)value).AsSpan()),
            TensorType.BFloat16 => MemoryMarshal.AsBytes(Array.ConvertAll(all, ToBFloat16).AsSpan()),
            _ => throw new ArgumentException("the tensor holds whole numbers", nameof(tensor)),
        };
        return TensorProto.Of(tensor.Name, tensor.Type, raw, tensor.Dimensions);
    }

    /// <summary>Elements, by the dimensions.</summary>
    public static int Count(TensorProto tensor)
    {
        var count = 1L;
        foreach (var size in tensor.Dimensions)
        {
            if (size < 0)
                throw new DamagedFileException($"a tensor has a dimension of {size}", 0);
            if (size > 0 && count > MaxElements / size)
                throw new LimitExceededException($"a tensor has more than {MaxElements} elements");
            count *= size;
        }

        return (int)count;
    }

    private static TTo[] From<TFrom, TTo>(ReadOnlyMemory<byte> bytes)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : INumber<TTo> => Array.ConvertAll(Cast<TFrom>(bytes).ToArray(), TTo.CreateTruncating);

    private static ReadOnlySpan<T> Cast<T>(ReadOnlyMemory<byte> bytes)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes.Span);

    // As raw_data has them. int32_data holds everything of up to 32 bits but float, one number an element.
    private static ReadOnlyMemory<byte> Bytes(TensorProto tensor)
    {
        if (tensor.IsExternal)
            throw new DamagedFileException("the values of a tensor stand in another file", 0);

        var size = (OnnxType.Bits((long)tensor.Type) ?? 0) / 8;
        var message = tensor.Message;
        var raw = message.Of(TensorProto.RawField, ProtoWire.Counted).LastOrDefault();
        var bytes = raw is not null ? raw.Content : tensor.Type switch
        {
            TensorType.Float => message.Fixed(4, ProtoWire.Fixed32),
            TensorType.Double => message.Fixed(10, ProtoWire.Fixed64),
            TensorType.Int64 => Narrowed(message.Numbers(7), size),
            TensorType.UInt32 or TensorType.UInt64 => Narrowed(message.Numbers(11), size),
            _ => Narrowed(message.Numbers(5), size),
        };
        return bytes.Length == (long)Count(tensor) * size
            ? bytes
            : throw new DamagedFileException($"a tensor of {Count(tensor)} elements has {bytes.Length} bytes of values", raw?.Start ?? 0);
    }

    private static byte[] Narrowed(List<long> numbers, int size)
    {
        var bytes = new byte[(long)numbers.Count * size];
        Span<byte> number = stackalloc byte[sizeof(long)];
        for (var i = 0; i < numbers.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, numbers[i]);
            number[..size].CopyTo(bytes.AsSpan(i * size));
        }

        return bytes;
    }

    // To the nearest, ties to even; not a number stays one.
    private static ushort ToBFloat16(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? (ushort)((bits >> 16) | 0x40) : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
