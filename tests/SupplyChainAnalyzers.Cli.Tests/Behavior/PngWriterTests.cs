using System.Buffers.Binary;
using System.IO.Compression;
using SupplyChainAnalyzers.Cli.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Cli.Tests.Behavior;

public sealed class PngWriterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Picture_is_unpacked_to_its_enlarged_pixels(int channels)
    {
        byte[] pixels = [.. Enumerable.Range(0, 2 * 3 * channels).Select(static i => (byte)(i * 11))];
        var png = PngWriter.Write(new BehaviorPicture("x", "", 2, 3, channels, pixels));

        Assert.Equal([0x89, .. "PNG\r\n\u001a\n"u8], png[..8]);
        Assert.Equal((128, 192), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)))); // 64 times
        var packed = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var zlib = new ZLibStream(new MemoryStream(png, 41, packed), CompressionMode.Decompress);
        using var lines = new MemoryStream();
        zlib.CopyTo(lines);
        var all = lines.ToArray();
        var width = 1 + (128 * channels);
        Assert.Equal(192 * width, all.Length);
        Assert.Equal(pixels[(5 * channels)..], all[(191 * width + width - channels)..]); // the last pixel
        Assert.Equal(pixels[..channels], all[1..(1 + channels)]);
    }

    // CRC of an empty IEND, as every PNG ends.
    [Fact]
    public void File_ends_as_every_png() =>
        Assert.Equal([0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82], PngWriter.Write(new BehaviorPicture("x", "", 1, 1, 1, [7]))[^12..]);

    [Fact]
    public void Chart_marks_the_bar_that_is_pointed_at_and_fits_any_number_of_them()
    {
        var chart = BarChart.Of("c", "", [1, 2, 4], marked: 2);
        Assert.Equal((72, 160, 3), (chart.Width, chart.Height, chart.Channels));
        Assert.Equal([198, 40, 40], chart.Pixels.AsSpan(50 * 3, 3).ToArray()); // its top
        Assert.Equal([255, 255, 255], chart.Pixels.AsSpan(0, 3).ToArray());

        Assert.InRange(BarChart.Of("c", "", [.. Enumerable.Range(0, 100_000).Select(static i => (double)i)]).Width, 1, 480);
        Assert.Equal(160 * 24 * 3, BarChart.Of("c", "", []).Pixels.Length);
    }
}
