using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Zip;

public class TorchArchiveTests
{
    [Theory]
    [InlineData("state.pt", "pytorch")]
    [InlineData("script.pt", "torchscript")]
    public void Archive_that_torch_wrote_is_clean(string name, string format)
    {
        var scanned = Scanned.Bytes(SampleFile.Read("containers", name), name);
        Assert.Equal(format, scanned.Format.Id);
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
    }

    [Fact]
    public void CVE_2026_24747_storage_with_fewer_elements_than_the_pickle_says_is_malicious()
    {
        // 12 elements of four bytes: K 0c becomes K 7f.
        var bytes = SampleFile.Read("containers", "state.pt");
        var at = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[(byte)'K', 12]);
        bytes[at + 1] = 127;
        var scanned = Scanned.Bytes(bytes, "state.pt");
        Assert.Contains(scanned.Findings, static finding => finding.Rule == Rules.ArrayHeader && finding.Severity == Severity.High);
    }

    [Theory]
    [InlineData("zlib")]
    [InlineData("gzip")]
    [InlineData("bz2")]
    [InlineData("lzma")]
    [InlineData("xz")]
    [InlineData("lz4")]
    public void What_joblib_compressed_is_clean(string kind) => Assert.Equal(Verdict.Clean, Scanned.Bytes(SampleFile.Read("containers", kind + ".joblib"), "model.joblib").Verdict);

    [Theory]
    [InlineData("zlib")]
    [InlineData("lzma")]
    [InlineData("lz4")]
    public void CVE_2020_13092_and_CVE_2024_34997_call_in_a_compressed_joblib_file_is_malicious(string kind) =>
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(SampleFile.Read("containers", $"evil-{kind}.joblib"), "model.joblib").Verdict);

    [Fact]
    public void Old_joblib_prefix_is_known() => Assert.Equal("zlib", Scanned.Bytes(SampleFile.Read("containers", "joblib-old.z")).Format.Id);
}
