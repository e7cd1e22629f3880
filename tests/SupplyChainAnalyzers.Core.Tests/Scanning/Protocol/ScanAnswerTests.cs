using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Tests.Scanning.Protocol;

public class ScanAnswerTests
{
    private static readonly string Nonce = new('0', Wire.NonceLength);
    private static readonly string Digest = new('a', 64);
    private static readonly ScanFile[] Files = [new("/a", Digest, "m/a"), new("/b")];

    [Fact]
    public void Whole_answer_is_complete()
    {
        var finding = new ReportedFinding(Rules.CodeFormat, Severity.High, "can run code", "archive/data.pkl", 42);
        var answer = Feed(Hello, Result(0, finding), Result(1), Done);
        Assert.True(answer.IsComplete);
        var result = answer.Results[0];
        Assert.Equal((Digest, 7L, ModelFormats.Onnx), (result.Sha256, result.Size!.Value, result.Format));
        var found = Assert.Single(result.Findings);
        Assert.Equal((Rules.CodeFormat, Severity.High, "'m/a' can run code", "archive/data.pkl", 42L), (found.Rule, found.Severity, found.Message, found.Member, found.Offset!.Value));
        Assert.Equal(("/a", Digest), (found.Subject, found.Sha256));
    }

    [Fact]
    public void Answer_may_come_byte_by_byte()
    {
        var answer = new ScanAnswer(Nonce, Files);
        foreach (var part in new ScanEvent[] { Hello, Result(0), Result(1), Done }.SelectMany(ScanEventWriter.ToLine))
            Assert.True(answer.Add([part], 1));

        Assert.True(answer.IsComplete);
    }

    [Fact]
    public void Lines_belong_to_their_file_and_to_an_inspection_alone()
    {
        var listed = new ScanEvent.Listed(Nonce, 0, new ListingLine("trace", "os.system('id')", "a!/b"));
        ScanEvent[] events = [Hello, listed, Result(0), Result(1), Done];
        var answer = new ScanAnswer(Nonce, Files, job: Jobs.Inspect);
        foreach (var part in events.Select(ScanEventWriter.ToLine))
            answer.Add(part, part.Length);

        Assert.True(answer.IsComplete);
        Assert.Equal(listed.Line, Assert.Single(answer.Results[0].Listing));
        Assert.Empty(answer.Results[1].Listing);
        Assert.NotNull(Feed(events).Violation);
    }

    [Fact]
    public void Endless_listing_is_a_violation()
    {
        var line = ScanEventWriter.ToLine(new ScanEvent.Listed(Nonce, 0, new ListingLine("s", "t")));
        var answer = new ScanAnswer(Nonce, Files, job: Jobs.Inspect);
        answer.Add(ScanEventWriter.ToLine(Hello), ScanEventWriter.ToLine(Hello).Length);
        for (var i = 0; i < Wire.MaxLines; i++)
            Assert.True(answer.Add(line, line.Length));

        Assert.False(answer.Add(line, line.Length));
    }

    public static TheoryData<string, string[]> Incomplete => new()
    {
        { "nothing", [] },
        { "no result", [Text(Hello)] },
        { "one result", [Text(Hello), Text(Result(0))] },
        { "no end", [Text(Hello), Text(Result(0)), Text(Result(1))] },
        { "half a line", [Text(Hello), Text(Result(0)), Text(Result(1)), Text(Done), "{"] },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void What_is_missing_is_not_complete(string what, string[] lines)
    {
        Assert.NotNull(what);
        var answer = Feed(lines);
        Assert.False(answer.IsComplete);
        Assert.Null(answer.Violation);
    }

    public static TheoryData<string, string[]> Violations => new()
    {
        { "result before hello", [Text(Result(0))] },
        { "done before hello", [Text(Done)] },
        { "hello twice", [Text(Hello), Text(Hello)] },
        { "other protocol", [Text(new ScanEvent.Hello(Nonce, 2, "1", []))] },
        { "unknown isolation", [Text(new ScanEvent.Hello(Nonce, 1, "1", ["everything"]))] },
        { "isolation twice", [Text(new ScanEvent.Hello(Nonce, 1, "1", [Isolation.Memory, Isolation.Memory]))] },
        { "foreign nonce", [Text(new ScanEvent.Hello(new string('1', Wire.NonceLength), 1, "1", []))] },
        { "results out of order", [Text(Hello), Text(Result(1))] },
        { "result twice", [Text(Hello), Text(Result(0)), Text(Result(0))] },
        { "one result too many", [Text(Hello), Text(Result(0)), Text(Result(1)), Text(Result(2))] },
        { "refused after its result", [Text(Hello), Text(Result(0)), Text(new ScanEvent.Refused(Nonce, 0, new(Rules.FileUnreadable, Severity.High, "x")))] },
        { "done too early", [Text(Hello), Text(Result(0)), Text(new ScanEvent.Done(Nonce, 1))] },
        { "done with a wrong count", [Text(Hello), Text(Result(0)), Text(Result(1)), Text(new ScanEvent.Done(Nonce, 3))] },
        { "done twice", [Text(Hello), Text(Result(0)), Text(Result(1)), Text(Done), Text(Done)] },
        { "progress of another file", [Text(Hello), Text(new ScanEvent.Progress(Nonce, 1, 1))] },
        { "progress after the last", [Text(Hello), Text(Result(0)), Text(Result(1)), Text(new ScanEvent.Progress(Nonce, 2, 1))] },
        { "empty line", [Text(Hello), "\n"] },
        { "carriage return only", ["\r\n"] },
        { "two events in a line", [Text(Hello).TrimEnd('\n') + Text(Result(0))] },
        { "unknown event", [Text(Hello).Replace("hello", "howdy", StringComparison.Ordinal)] },
        { "additional member", [Text(Hello).Replace("\"version\"", "\"clean\":true,\"version\"", StringComparison.Ordinal)] },
        { "negative size", [Text(Hello), Text(Result(0)).Replace("\"size\":7", "\"size\":-7", StringComparison.Ordinal)] },
        { "size beyond 64 bits", [Text(Hello), Text(Result(0)).Replace("\"size\":7", "\"size\":99999999999999999999", StringComparison.Ordinal)] },
        { "upper-case digest", [Text(Hello), Text(Result(0)).Replace(Digest, new string('A', 64), StringComparison.Ordinal)] },
    };

    [Theory]
    [MemberData(nameof(Violations))]
    public void What_is_wrong_is_a_violation(string what, string[] lines)
    {
        Assert.NotNull(what);
        var answer = Feed(lines);
        Assert.NotNull(answer.Violation);
        Assert.False(answer.IsComplete);
        Assert.False(answer.Add(ScanEventWriter.ToLine(Done), 1));
    }

    [Fact]
    public void Endless_progress_is_no_step()
    {
        var answer = Feed([Text(Hello), .. Enumerable.Range(0, 1000).Select(static bytes => Text(new ScanEvent.Progress(Nonce, 0, bytes)))]);
        Assert.Null(answer.Violation);
        Assert.Equal(1, answer.Steps);
    }

    [Fact]
    public void Line_at_the_limit_is_read_and_one_byte_more_is_not()
    {
        var padding = new string(' ', Wire.MaxEvent - Text(Hello).Length + 1);
        Assert.Null(Feed(Text(Hello).Replace("\n", padding + "\n", StringComparison.Ordinal)).Violation);
        Assert.NotNull(Feed(Text(Hello).Replace("\n", padding + " \n", StringComparison.Ordinal)).Violation);
        Assert.NotNull(Feed(new string(' ', Wire.MaxEvent + 1)).Violation);
    }

    [Fact]
    public void Mutated_answers_never_throw_and_never_pass_as_another_answer()
    {
        var random = new Random(20251121);
        var whole = Encoding.UTF8.GetBytes(Text(Hello) + Text(Result(0, new ReportedFinding(Rules.CodeFormat, Severity.Low, "m", "a", 1))) + Text(Result(1)) + Text(Done));
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = Mutate(whole, random);
            var answer = new ScanAnswer(Nonce, Files);
            answer.Add(bytes, bytes.Length);
            Assert.True(answer.Results.Count <= Files.Length);
            if (answer.IsComplete)
                Assert.All(answer.Results, static result => Assert.True(result.Answered || Assert.Single(result.Findings).Rule == Rules.ScannerFailed));
        }
    }

    private static byte[] Mutate(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(200), bytes.Count - at)));
                    break;
                default:
                    bytes[at] = "{}[]\",:0\n\\-"u8[random.Next(11)];
                    break;
            }

            if (bytes.Count == 0)
                break;
        }

        return [.. bytes];
    }

    private static ScanEvent Hello => new ScanEvent.Hello(Nonce, Wire.Version, "1.0", Isolation.All);

    private static ScanEvent Done => new ScanEvent.Done(Nonce, Files.Length);

    private static ScanEvent.Result Result(long id, params ReportedFinding[] findings) => new ScanEvent.Result(Nonce, id, Digest, 7, ModelFormats.Onnx, findings);

    private static string Text(ScanEvent scanEvent) => Encoding.UTF8.GetString(ScanEventWriter.ToLine(scanEvent));

    private static ScanAnswer Feed(params ScanEvent[] events) => Feed([.. events.Select(Text)]);

    private static ScanAnswer Feed(params string[] lines)
    {
        var answer = new ScanAnswer(Nonce, Files);
        foreach (var bytes in lines.Select(Encoding.UTF8.GetBytes))
            answer.Add(bytes, bytes.Length);

        return answer;
    }
}
