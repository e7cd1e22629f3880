using System.Text;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Core.Tests.Scanning.Protocol;

public class ScanRequestTests
{
    private static readonly string Nonce = new('0', Wire.NonceLength);

    [Fact]
    public void Request_comes_back_as_it_was_sent()
    {
        var request = new ScanRequest(Nonce, Jobs.Scan, 256 << 20, ["/a/model.onnx", HostileNames.All, "C:\\models\\\u6a21\u578b.onnx"]);
        var line = request.ToLine();
        Assert.Equal(line.Length - 1, Array.IndexOf(line, (byte)'\n'));
        var read = ScanRequest.Read(line[..^1], out var error);
        Assert.Null(error);
        Assert.Equal((request.Nonce, request.Job, request.MemoryLimit), (read!.Nonce, read.Job, read.MemoryLimit));
        Assert.Equal(request.Paths, read.Paths);
    }

    [Fact]
    public void Expected_digests_are_not_told() => Assert.Equal(
        """{"protocol":1,"nonce":"00000000000000000000000000000000","job":"scan","memory":1,"files":[{"path":"/a"}]}""",
        Encoding.UTF8.GetString(new ScanRequest(Nonce, Jobs.Scan, 1, ["/a"]).ToLine()).TrimEnd('\n'));

    [Fact]
    public void Fullest_request_fits()
    {
        var paths = Enumerable.Repeat(new string('\u0001', Wire.MaxPathCharacters / Wire.MaxFiles), Wire.MaxFiles).ToArray();
        var line = new ScanRequest(Nonce, Jobs.Scan, long.MaxValue, paths).ToLine();
        Assert.InRange(line.Length, 0, Wire.MaxRequest);
        Assert.NotNull(ScanRequest.Read(line[..^1], out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"protocol":2,"nonce":"0","job":"scan","memory":1,"files":[]}""")]
    [InlineData("""{"protocol":1,"nonce":"0","job":"scan","memory":-1,"files":[]}""")]
    [InlineData("""{"protocol":1,"nonce":"0","job":"scan","memory":1.5,"files":[]}""")]
    [InlineData("""{"protocol":1,"nonce":"0","job":"scan","memory":1}""")]
    [InlineData("""{"protocol":1,"nonce":"0","job":"scan","memory":1,"files":{}}""")]
    [InlineData("""{"protocol":1,"nonce":"0","job":"scan","memory":1,"files":["/a"]}""")]
    [InlineData("""{"protocol":1,"nonce":"0","job":"scan","memory":1,"files":[{"path":1}]}""")]
    [InlineData("""{"protocol":1,"nonce":"0","job":"scan","memory":1,"files":[{"path":"/a","run":"x"}]}""")]
    [InlineData("""{"protocol":1,"nonce":"0","job":"scan","memory":1,"files":[],"plugins":[]}""")]
    [InlineData("""{"protocol":1,"protocol":1,"nonce":"0","job":"scan","memory":1,"files":[]}""")]
    public void Anything_else_is_refused(string line)
    {
        Assert.Null(ScanRequest.Read(Encoding.UTF8.GetBytes(line), out var error));
        Assert.False(string.IsNullOrEmpty(error));
    }
}
