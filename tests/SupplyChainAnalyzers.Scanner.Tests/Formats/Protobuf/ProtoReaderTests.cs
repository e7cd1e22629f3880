using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

/// <summary>What protobuf's own parsers accept is read, what they refuse is damage.</summary>
public sealed class ProtoReaderTests
{
    [Fact]
    public void Fields_come_in_their_order_with_their_values()
    {
        var reader = Reader(new ProtoBuilder().Number(1, 300).Text(2, "abc").Float(3, 1).Number(1, -1).Bytes);
        Assert.True(reader.Next() && reader.Is(1, ProtoWire.Varint) && reader.Value == 300);
        Assert.True(reader.Next() && reader.Is(2, ProtoWire.Counted) && reader.Text(10) == "abc" && reader.Offset == 3);
        Assert.True(reader.Next() && reader.Is(3, ProtoWire.Fixed32) && reader.Value == 0x3F800000);
        Assert.True(reader.Next() && (long)reader.Value == -1);
        Assert.False(reader.Next());
    }

    [Fact]
    public void Over_long_numbers_are_read_as_protobuf_reads_them()
    {
        // tag 0x0A in five bytes, length 1 in three
        var reader = Reader([0x8A, 0x80, 0x80, 0x80, 0x00, 0x81, 0x80, 0x00, (byte)'x']);
        Assert.True(reader.Next());
        Assert.Equal("x", reader.Text(9));
        Assert.False(reader.Next());
    }

    [Theory]
    [InlineData(new byte[] { 0x00 })] // field 0
    [InlineData(new byte[] { 0x02, 0x00 })] // field 0 with content
    [InlineData(new byte[] { 0x0E, 0x00 })] // wire type 6
    [InlineData(new byte[] { 0x0C })] // end of a group that never began
    [InlineData(new byte[] { 0x0B, 0x08, 0x01 })] // a group without an end
    [InlineData(new byte[] { 0x0B, 0x14 })] // a group that ends as another
    [InlineData(new byte[] { 0x8A, 0x80, 0x80, 0x80, 0x80, 0x00, 0x00 })] // a tag of six bytes
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0x00 })] // a tag beyond 32 bits
    [InlineData(new byte[] { 0x0A, 0x05, 0x00 })] // longer than the file
    [InlineData(new byte[] { 0x08 })] // ends within a number
    [InlineData(new byte[] { 0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 })] // eleven bytes
    [InlineData(new byte[] { 0x0D, 0x00, 0x00 })] // ends within four bytes
    public void What_no_parser_reads_is_damage(byte[] bytes) =>
        Assert.Throws<DamagedFileException>(() =>
        {
            var reader = Reader(bytes);
            while (reader.Next())
                continue;
        });

    [Fact]
    public void Groups_are_stepped_over()
    {
        var reader = Reader([0x0B, 0x13, 0x08, 0x05, 0x14, 0x12, 0x01, 0x41, 0x0C, 0x18, 0x07]);
        Assert.True(reader.Next() && reader.Is(1, ProtoWire.Group));
        Assert.True(reader.Next() && reader.Is(3, ProtoWire.Varint) && reader.Value == 7);
    }

    [Fact]
    public void Packed_numbers_and_single_ones_are_the_same()
    {
        var reader = Reader(new ProtoBuilder().Data(1, [1, 0xAC, 0x02]).Number(1, 5).Bytes);
        var values = new List<long>();
        while (reader.Next())
            reader.Varints(values.Add);
        Assert.Equal([1, 300, 5], values);
    }

    [Fact]
    public void Messages_nested_too_deep_are_damage()
    {
        var message = new ProtoBuilder();
        for (var i = 0; i < 120; i++)
            message = new ProtoBuilder().Message(1, message);

        var reader = Reader(message.Bytes);
        Assert.Throws<DamagedFileException>(() =>
        {
            while (reader.Next())
                reader = reader.Message();
        });
    }

    [Fact]
    public void Any_bytes_end_or_are_damage()
    {
        var random = new Random(11);
        for (var round = 0; round < 5000; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            try
            {
                var reader = Reader(bytes);
                while (reader.Next())
                    reader.Text(50);
            }
            catch (DamagedFileException e)
            {
                Assert.InRange(e.Offset, 0, bytes.Length);
            }
        }
    }

    private static ProtoReader Reader(byte[] bytes) => ProtoReader.Of(new MemorySource(bytes));
}
