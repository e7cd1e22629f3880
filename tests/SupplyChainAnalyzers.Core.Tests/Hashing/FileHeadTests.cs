using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

public sealed class FileHeadTests : IDisposable
{
    private readonly FileFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Head_is_the_first_bytes_and_their_format()
    {
        byte[] content = [.. "{\"a\":1}"u8, .. Enumerable.Repeat((byte)' ', 10_000)];
        var head = FileHead.Read(_folder.File("a", content).Path)!;

        Assert.Equal(content[..FormatSniffer.HeadLength], head.Bytes);
        Assert.Equal(content.Length, head.FileSize);
        Assert.Same(ModelFormats.Json, head.Format);
    }

    [Fact]
    public void Empty_file_has_an_empty_head() => Assert.Same(ModelFormats.Empty, FileHead.Read(_folder.File("a", 0).Path)!.Format);

    [LinuxFact]
    public void What_is_no_file_has_none()
    {
        Assert.Null(FileHead.Read(_folder["missing"]));
        Assert.Null(FileHead.Read(_folder.Pipe("pipe")));
        Assert.Null(FileHead.Read("/dev/zero"));
    }
}
