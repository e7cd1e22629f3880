using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.SevenZip;

public class SevenZipScannerTests
{
    [Theory]
    [InlineData("copy.7z")]
    [InlineData("lzma.7z")]
    [InlineData("lzma2.7z")]
    [InlineData("bzip2.7z")]
    [InlineData("deflate.7z")]
    [InlineData("delta.7z")]
    [InlineData("bcj.7z")]
    [InlineData("headers.7z")]
    public void Archive_of_texts_is_clean(string name) => Assert.Equal(Verdict.Clean, Scanned.Bytes(SampleFile.Read("containers", name)).Verdict);

    [Theory]
    [InlineData("locked.7z", "encrypted")]
    [InlineData("hidden.7z", "encrypted")]
    [InlineData("ppmd.7z", "PPMd")]
    public void What_cannot_be_unpacked_is_unscannable(string name, string reason)
    {
        var scanned = Scanned.Bytes(SampleFile.Read("containers", name));
        Assert.Equal(Verdict.Unscannable, scanned.Verdict);
        Assert.Contains(scanned.Findings, finding => finding.Message.Contains(reason));
    }

    [Fact]
    public void NullifAI_broken_pickle_in_a_7z_archive_is_malicious()
    {
        var scanned = Scanned.Bytes(SampleFile.Read("containers", "nullifai.7z"), "pytorch_model.bin");
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
        Assert.Contains(scanned.Findings, static finding => finding.Member == "model/data.pkl");
    }

    [Fact]
    public void Member_that_leads_out_of_the_folder_is_malicious()
    {
        // The names stand in the unpacked header as UTF-16; its checksum must follow.
        var bytes = SampleFile.Read("containers", "plainheader.7z");
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes("model/a.txt"));
        System.Text.Encoding.Unicode.GetBytes("../../a.txt").CopyTo(bytes, at);
        var header = 32 + (int)BitConverter.ToInt64(bytes, 12);
        BitConverter.GetBytes(Unpacking.Checksum.Of(bytes.AsSpan(header, (int)BitConverter.ToInt64(bytes, 20)))).CopyTo(bytes, 28);
        Assert.Contains(Scanned.Bytes(bytes).Findings, static finding => finding.Rule == Rules.EscapingMember && finding.Severity == Severity.High);
    }

    [Fact]
    public void Mutations_are_scanned_and_nothing_else()
    {
        var random = new Random(11);
        foreach (var name in new[] { "copy.7z", "lzma.7z", "bcj.7z", "headers.7z", "plainheader.7z", "nullifai.7z" })
        {
            var sample = SampleFile.Read("containers", name);
            for (var round = 0; round < 500; round++)
            {
                Mutated.Scan(sample, random);

                // The header's own checksum would stop nearly all of them.
                var bytes = (byte[])sample.Clone();
                var header = 32 + (int)BitConverter.ToInt64(bytes, 12);
                bytes[random.Next(header, bytes.Length)] = (byte)random.Next(256);
                BitConverter.GetBytes(Unpacking.Checksum.Of(bytes.AsSpan(header))).CopyTo(bytes, 28);
                Assert.NotNull(Scanned.Bytes(bytes).Format);
            }
        }
    }
}
