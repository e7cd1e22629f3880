using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

public sealed class BlockReaderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(262_144)]
    [InlineData(262_145)]
    [InlineData(1_000_000)]
    [InlineData(1_048_576)]
    [InlineData(1_048_577)]
    [InlineData(2_097_152)]
    [InlineData(6_000_000)]
    public void Blocks_in_order_are_the_file(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        var seen = new MemoryStream();
        foreach (var announced in new[] { size, 0, 300, 10_000_000 }) // what was announced only sets the size of a block
        {
            seen.SetLength(0);
            new BlockReader(announced).Read(new TrickleStream(content), (block, count) =>
            {
                seen.Write(block, 0, count);
                return true;
            });
            Assert.Equal(content, seen.ToArray());
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(20)]
    public void False_ends_the_reading(int last)
    {
        var blocks = 0;
        var file = new TrickleStream(new byte[10_000_000]);
        new BlockReader(10_000_000).Read(file, (_, _) => ++blocks < last);

        Assert.Equal(last, blocks);
        Assert.False(file.IsReading);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    public void Nothing_reads_on_after_the_user_of_a_block_threw(int last)
    {
        var blocks = 0;
        var file = new TrickleStream(new byte[10_000_000]);
        Assert.Throws<InvalidTimeZoneException>(() => new BlockReader(10_000_000).Read(file, (_, _) => ++blocks < last ? true : throw new InvalidTimeZoneException()));

        Assert.False(file.IsReading);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(2_000_000)]
    [InlineData(5_000_000)]
    public void Fault_of_the_disk_comes_after_the_blocks_before_it(int good)
    {
        var read = 0L;
        var reader = new BlockReader(10_000_000);
        var fault = Assert.Throws<IOException>(() => reader.Read(new TrickleStream(new byte[10_000_000]) { Good = good }, (_, count) => (read += count) > 0));

        Assert.Equal("bad sector", fault.Message);
        Assert.Equal(good / 262_144 * 262_144, read);
        read = 0;
        reader.Read(new TrickleStream(new byte[3_000_000]), (_, count) => (read += count) > 0);
        Assert.Equal(3_000_000, read);
    }

    /// <summary>Gives fewer bytes than asked for, as a stream may.</summary>
    private sealed class TrickleStream(byte[] content) : MemoryStream(content)
    {
        private int _reading;

        public bool IsReading => _reading > 0;

        public int Good { get; init; } = int.MaxValue;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position >= Good)
                throw new IOException("bad sector");

            Interlocked.Increment(ref _reading);
            var read = base.Read(buffer, offset, (int)Math.Min(Math.Min(count, 70_001), Good - Position));
            Interlocked.Decrement(ref _reading);
            return read;
        }
    }
}
