using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Scanner.Tests.Scanning;

public class ContentScannerTests
{
    [Fact]
    public void Unknown_content_is_unscannable() => Assert.Equal(Verdict.Unscannable, Scanned.Bytes([0x9c, 0x01, 0x77, 0xfe, 0x00, 0x13]).Verdict);

    [Fact]
    public void Empty_file_is_clean() => Assert.Equal(Verdict.Clean, Scanned.Bytes([]).Verdict);

    [Fact]
    public void Archive_behind_another_file_is_SCA3004()
    {
        byte[] bytes = [.. Samples.SafeTensorsOf("""{"w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", [0]), .. Samples.PyTorch];
        var finding = Assert.Single(Scanned.Bytes(bytes).Findings, static finding => finding.Rule == Rules.Polyglot);
        Assert.Equal(bytes.Length - 22, finding.Offset);
    }

    [Fact]
    public void Archive_at_the_end_is_told_though_its_records_contradict_one_another()
    {
        byte[] locator = [.. Samples.U32(0x07064b50), .. Samples.U32(0), .. Samples.U64(1), .. Samples.U32(1)];
        byte[] bytes = [.. Samples.Gguf, .. locator, .. Samples.Zip()];
        Assert.Contains(Rules.Polyglot, Scanned.Bytes(bytes).Doubts);
    }
}
