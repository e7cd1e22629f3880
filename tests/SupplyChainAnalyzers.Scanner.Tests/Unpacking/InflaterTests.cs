using System.IO.Compression;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Tests.Unpacking;

public class InflaterTests
{
    [Fact]
    public void What_a_library_packed_comes_out_equal()
    {
        var random = new Random(1);
        for (var round = 0; round < 60; round++)
        {
            var bytes = Contents.Random(random, round % 10 == 0 ? 300_000 : 5_000);
            foreach (var level in new[] { CompressionLevel.NoCompression, CompressionLevel.Fastest, CompressionLevel.SmallestSize })
            {
                var packed = Deflated(bytes, level);
                var inflater = new Inflater(new ByteFeed(new MemorySource([.. packed, 1, 2, 3]), 0, packed.Length + 3));
                Assert.Equal(bytes, Contents.All(inflater));
                Assert.Equal(packed.Length, inflater.Position);
            }
        }
    }

    [Fact]
    public void What_came_out_before_the_end_of_a_cut_stream_is_kept()
    {
        var packed = Deflated(Contents.Random(new Random(2), 100_000), CompressionLevel.Fastest);
        var inflater = new Inflater(new ByteFeed(new MemorySource(packed), 0, packed.Length / 2));
        var into = new byte[100_000];
        Assert.InRange(inflater.Read(into), 1000, 99_999);
        Assert.Throws<DamagedFileException>(() => inflater.Read(into));
    }

    [Fact]
    public void Mutations_come_out_or_are_damaged_and_nothing_else()
    {
        var random = new Random(3);
        var packed = Deflated(Contents.Random(random, 3_000), CompressionLevel.SmallestSize);
        for (var round = 0; round < 5_000; round++)
            Contents.ReadMutated(packed, random, static feed => new Inflater(feed));
    }

    internal static byte[] Deflated(byte[] bytes, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var deflate = new DeflateStream(stream, level))
            deflate.Write(bytes);
        return stream.ToArray();
    }
}
