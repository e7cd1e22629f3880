using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Tests.Scanning.Protocol;

/// <summary>The job <c>convert</c>: what it may say, in which order, and what it may not.</summary>
public class ConversionAnswerTests
{
    private static readonly string Nonce = new('0', Wire.NonceLength);
    private static readonly string Digest = new('a', 64);
    private static readonly ScanEvent Hello = new ScanEvent.Hello(Nonce, Wire.Version, "1", Isolation.All);
    private static readonly ScanEvent Tensor = new ScanEvent.Tensor(Nonce, 0, "w", "F32", "3,4", Digest);
    private static readonly ScanEvent Left = new ScanEvent.Left(Nonce, 0, "epoch", "a number");
    private static readonly ScanEvent Converted = new ScanEvent.Converted(Nonce, 0, Digest, 10, ModelFormats.PyTorch, Digest, 20);
    private static readonly ScanEvent Unconverted = new ScanEvent.Unconverted(Nonce, 0, Digest, 10, ModelFormats.Pickle, "is not converted: why");
    private static readonly ScanEvent Done = new ScanEvent.Done(Nonce, 1);

    [Fact]
    public void Request_with_an_output_comes_back_as_it_was_sent()
    {
        var read = ScanRequest.Read(new ScanRequest(Nonce, Jobs.Convert, 1, ["/a.pt"], "/b.tmp", TensorsOnly: true).ToLine()[..^1], out _);
        Assert.Equal(("/b.tmp", true), (read!.Output, read.TensorsOnly));
    }

    [Fact]
    public void Conversion_is_what_the_events_say()
    {
        var answer = Answer(converts: true, Hello, Tensor, Left, Converted, Done);
        var conversion = Assert.Single(answer.Results).Conversion!;
        Assert.True(answer.IsComplete && conversion.Succeeded);
        Assert.Equal(new ConvertedTensor("w", "F32", "3,4", Digest), Assert.Single(conversion.Tensors));
        Assert.Equal(new LeftOut("epoch", "a number"), Assert.Single(conversion.Left));
        Assert.Equal((Digest, 20), (conversion.OutputSha256, conversion.OutputSize));
    }

    [Fact]
    public void Refusal_has_its_reason_and_no_output()
    {
        var conversion = Assert.Single(Answer(converts: true, Hello, Unconverted, Done).Results).Conversion!;
        Assert.Equal(("is not converted: why", null), (conversion.Failure, conversion.OutputSha256));
    }

    [Fact]
    public void Scan_may_not_convert_and_a_conversion_may_not_scan()
    {
        Assert.NotNull(Answer(converts: false, Hello, Tensor).Violation);
        Assert.NotNull(Answer(converts: false, Hello, Converted).Violation);
        Assert.NotNull(Answer(converts: true, Hello, new ScanEvent.Result(Nonce, 0, Digest, 1, ModelFormats.Onnx, [])).Violation);
    }

    [Fact]
    public void Nothing_comes_after_the_result() => Assert.NotNull(Answer(converts: true, Hello, Converted, Tensor).Violation);

    private static ScanAnswer Answer(bool converts, params ScanEvent[] events)
    {
        var answer = new ScanAnswer(Nonce, [new ScanFile("/a.pt")], job: converts ? Jobs.Convert : Jobs.Scan);
        foreach (var said in events)
        {
            var line = ScanEventWriter.ToLine(said);
            answer.Add(line, line.Length);
        }

        return answer;
    }
}
