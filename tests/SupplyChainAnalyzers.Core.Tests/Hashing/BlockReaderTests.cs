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

    [Fact]
    public void False_ends_the_reading()
    {
        var blocks = 0;
        new BlockReader(10_000_000).Read(new MemoryStream(new byte[10_000_000]), (_, _) => ++blocks < 3);

        Assert.Equal(3, blocks);
    }

    [Fact]
    public void Nothing_reads_on_after_the_user_of_a_block_threw()
    {
        var file = new TrickleStream(new byte[10_000_000]);
        Assert.Throws<InvalidTimeZoneException>(() => new BlockReader(10_000_000).Read(file, static (_, _) => throw new InvalidTimeZoneException()));

        Assert.False(file.IsReading);
    }

    /// <summary>Gives fewer bytes than asked for, as a stream may.</summary>
    private sealed class TrickleStream(byte[] content) : MemoryStream(content)
    {
        private int _reading;

        public bool IsReading => _reading > 0;

        public override int Read(byte[] buffer, int offset, int count)
        {
            Interlocked.Increment(ref _reading);
            var read = base.Read(buffer, offset, Math.Min(count, 70_001));
            Interlocked.Decrement(ref _reading);
            return read;
        }
    }
}
