using System.IO.Compression;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.Compressed;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Compressed;

public class CompressedScannerTests
{
    [Fact]
    public void Payload_in_a_compressed_stream_is_malicious_and_named_without_the_suffix()
    {
        var scanned = Scanned.Bytes(GZip(Samples.TextPickle), "model.pkl.gz");
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
        Assert.Equal("model.pkl", scanned.Findings[0].Member);
    }

    [Fact]
    public void Payload_behind_the_first_member_is_found() => Assert.Equal(Verdict.Malicious, Scanned.Bytes([.. GZip([]), .. GZip(Samples.TextPickle)]).Verdict);

    [Fact]
    public void Payload_before_the_cut_is_found()
    {
        byte[] content = [.. Samples.TextPickle, .. new byte[10_000]];
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(GZip(content)[..^12]).Verdict);
    }

    [Fact]
    public void Bytes_behind_the_stream_are_told() => Assert.Contains(Rules.TrailingData, Scanned.Bytes([.. GZip(Samples.Text("words only")), 1, 2, 3]).Doubts);

    [Fact]
    public void Wrong_checksum_is_unscannable_and_never_clean()
    {
        var bytes = GZip(Samples.Text("words only"));
        bytes[^5] ^= 1;
        var scanned = Scanned.Bytes(bytes);
        Assert.True(scanned.Verdict == Verdict.Unscannable, scanned.ToString());
    }

    [Fact]
    public void Bomb_is_told_in_constant_memory()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
                gzip.Write(zeros);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(Rules.ResourceExhaustion, Scanned.Bytes(stream.ToArray()).Doubts);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
    }

    [Fact]
    public void Large_content_is_scanned_without_being_kept()
    {
        byte[] content = [.. Samples.PyTorch];
        var noise = new byte[20 << 20];
        new Random(10).NextBytes(noise);
        var archive = Samples.Zip(("m/data.pkl", Samples.TextPickle), ("m/data/0", noise), ("m/version", content[..1]));
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(GZip(archive)).Verdict);
    }

    [Theory]
    [InlineData("a.tar.gz", "a.tar")]
    [InlineData("a.tgz", "a.tar")]
    [InlineData("a.pkl.LZ4", "a.pkl")]
    [InlineData(".gz", ".gz")]
    [InlineData("a.joblib", "a.joblib")]
    public void Content_is_named_without_the_suffix(string name, string within) => Assert.Equal(within, CompressedName.Within(name));

    private static byte[] GZip(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();
    }
}
