using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Onnx;

/// <summary>Values come out as they were put in, whatever field they stand in.</summary>
public sealed class TensorValuesTests
{
    [Fact]
    public void Raw_values_of_any_size_come_back()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            long[] shape = [.. Enumerable.Range(0, random.Next(4)).Select(_ => (long)random.Next(5))];
            float[] values = [.. Enumerable.Range(0, (int)shape.Aggregate(1L, static (a, b) => a * b)).Select(_ => BitConverter.Int32BitsToSingle(random.Next()))];
            Assert.Equal(values, TensorValues.Floats(Again(TensorProto.Of("t", values, shape))));
            long[] integers = [.. values.Select(_ => random.NextInt64(long.MinValue, long.MaxValue))];
            var tensor = Again(TensorProto.Of("t", integers, shape));
            Assert.Equal(integers, TensorValues.Integers(tensor));
            Assert.Equal(shape, tensor.Dimensions);
        }
    }

    [Theory]
    [InlineData(TensorType.Int8, new byte[] { 0xFF, 0x80 }, new long[] { -1, -128 })]
    [InlineData(TensorType.UInt8, new byte[] { 0xFF, 0x80 }, new long[] { 255, 128 })]
    [InlineData(TensorType.Bool, new byte[] { 0, 1 }, new long[] { 0, 1 })]
    [InlineData(TensorType.Int16, new byte[] { 0xFE, 0xFF, 2, 0 }, new long[] { -2, 2 })]
    [InlineData(TensorType.UInt16, new byte[] { 0xFE, 0xFF, 2, 0 }, new long[] { 65534, 2 })]
    [InlineData(TensorType.Int32, new byte[] { 0xFE, 0xFF, 0xFF, 0xFF, 2, 0, 0, 0 }, new long[] { -2, 2 })]
    public void Whole_numbers_are_read_raw_and_from_the_field_of_their_type(object type, byte[] raw, long[] expected)
    {
        Assert.Equal(expected, TensorValues.Integers(TensorProto.Of("t", (TensorType)type, raw, 2)));
        var typed = Tensor((TensorType)type, 2);
        foreach (var value in expected)
            typed.Number(5, value);
        Assert.Equal(expected, TensorValues.Integers(Parsed(typed)));
        Assert.Equal(expected.Select(static value => (float)value), TensorValues.Floats(Parsed(typed)));
    }

    [Fact]
    public void Typed_fields_are_read_one_by_one_and_packed()
    {
        Assert.Equal([1f, -2], TensorValues.Floats(Parsed(Tensor(TensorType.Float, 2).Float(4, 1).Float(4, -2))));
        Assert.Equal([1f, -2], TensorValues.Floats(Parsed(Tensor(TensorType.Float, 2).Data(4, MemoryMarshal.AsBytes(new[] { 1f, -2 }.AsSpan()).ToArray()))));
        Assert.Equal([1f, -2, 3], TensorValues.Floats(Parsed(Tensor(TensorType.Float, 3).Float(4, 1).Data(4, MemoryMarshal.AsBytes(new[] { -2f, 3 }.AsSpan()).ToArray()))));
        Assert.Equal([.5f], TensorValues.Floats(Parsed(Tensor(TensorType.Double, 1).Data(10, BitConverter.GetBytes(.5)))));
        Assert.Equal([7L, -7], TensorValues.Integers(Parsed(Tensor(TensorType.Int64, 2).Data(7, new ProtoBuilder().Varint(7).Varint(unchecked((ulong)-7)).Bytes))));
        Assert.Equal([1.5f], TensorValues.Floats(Parsed(Tensor(TensorType.Float16, 1).Number(5, BitConverter.HalfToUInt16Bits((Half)1.5f)))));
        Assert.Equal([1.5f], TensorValues.Floats(Parsed(Tensor(TensorType.BFloat16, 1).Number(5, BitConverter.SingleToInt32Bits(1.5f) >> 16))));
    }

    [Theory]
    [InlineData(TensorType.Float, 4)]
    [InlineData(TensorType.Double, 8)]
    [InlineData(TensorType.Float16, 2)]
    [InlineData(TensorType.BFloat16, 2)]
    public void Values_are_replaced_in_the_type_of_the_tensor(object type, int size)
    {
        var tensor = TensorValues.With(TensorProto.Of("w", (TensorType)type, new byte[size * 3], 3), [.5f, -2, float.PositiveInfinity]);
        Assert.Equal(((TensorType)type, "w"), (tensor.Type, tensor.Name));
        Assert.Equal([.5f, -2, float.PositiveInfinity], TensorValues.Floats(Again(tensor)));
        Assert.True(float.IsNaN(TensorValues.Floats(TensorValues.With(tensor, [float.NaN, 0, 0]))[0]));
        Assert.Throws<ArgumentException>(() => TensorValues.With(tensor, [1]));
    }

    [Theory]
    [InlineData(0x3F808000u, 0x3F80)] // a tie: to even
    [InlineData(0x3F818000u, 0x3F82)]
    [InlineData(0x3F808001u, 0x3F81)]
    public void Bfloat16_is_rounded_to_nearest_even(uint bits, int expected)
    {
        var tensor = TensorValues.With(TensorProto.Of("w", TensorType.BFloat16, [0, 0], 1), [BitConverter.UInt32BitsToSingle(bits)]);
        Assert.Equal(BitConverter.Int32BitsToSingle(expected << 16), TensorValues.Floats(tensor)[0]);
    }

    [Fact]
    public void Tensors_whose_values_do_not_fit_their_dimensions_are_refused()
    {
        Assert.Throws<DamagedFileException>(static () => TensorValues.Floats(TensorProto.Of("t", TensorType.Float, new byte[8], 3)));
        Assert.Throws<DamagedFileException>(static () => TensorValues.Floats(TensorProto.Of("t", TensorType.Float, new byte[7], 2)));
        Assert.Throws<DamagedFileException>(static () => TensorValues.Floats(TensorProto.Of("t", TensorType.Float, new byte[4], -1)));
        Assert.Throws<LimitExceededException>(static () => TensorValues.Floats(TensorProto.Of("t", TensorType.Float, new byte[4], 1 << 20, 1 << 20, 1 << 30)));
        Assert.Throws<DamagedFileException>(static () => TensorValues.Integers(TensorProto.Of("t", [1f], 1)));
        Assert.Throws<DamagedFileException>(static () => TensorValues.Floats(Parsed(Tensor(TensorType.Float, 1).Float(4, 1).Number(14, 1))));
    }

    private static ProtoBuilder Tensor(TensorType type, int count) => new ProtoBuilder().Number(1, count).Number(2, (int)type);

    private static TensorProto Parsed(ProtoBuilder tensor) => new(ProtoMessage.Parse(tensor.Bytes));

    private static TensorProto Again(TensorProto tensor) => new(ProtoMessage.Parse(tensor.Message.ToBytes()));
}
