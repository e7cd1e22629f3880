using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Sources;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Scanning.Protocol;

/// <summary>What a scanner may say of source files, which are as hostile as the models beside them.</summary>
public class SourceAnswerTests
{
    private static readonly string Nonce = new('0', Wire.NonceLength);
    private static readonly string Digest = new('a', 64);
    private static readonly SourceReport Report = new([new SourceReportFinding(Rules.UnsafePythonLoad, "is unsafe", new TextRegion(2, 1, 2, 11))], Digest, UsesModelPackages: true, IsIncomplete: false);

    [Fact]
    public void Report_arrives_as_it_was_sent()
    {
        var answer = Feed(Jobs.Sources, Text(new ScanEvent.Source(Nonce, 0, Report)));
        Assert.True(answer.IsComplete);
        var report = answer.Results[0].Source!;
        Assert.Equal(Report.Findings, report.Findings);
        Assert.Equal((Digest, true, false), (report.Sha256, report.UsesModelPackages, report.IsIncomplete));
    }

    [Theory]
    [InlineData(Jobs.Scan)]
    [InlineData(Jobs.Inspect)]
    [InlineData(Jobs.VerifySignature)]
    [InlineData(Jobs.Convert)]
    [InlineData(Jobs.Behavior)]
    public void Report_belongs_to_its_job_alone(string job) => Assert.NotNull(Feed(job, Text(new ScanEvent.Source(Nonce, 0, Report))).Violation);

    [Fact]
    public void Result_of_another_job_is_none_of_this_one() =>
        Assert.NotNull(Feed(Jobs.Sources, Text(new ScanEvent.Result(Nonce, 0, Digest, 1, Core.Formats.ModelFormats.Onnx, []))).Violation);

    [Theory]
    [InlineData("SCA1024", "SCA3010")]
    [InlineData("SCA1024", "SCA9999")]
    [InlineData("\"line\":2", "\"line\":0")]
    [InlineData("\"endColumn\":11", "\"endColumn\":99999999999")]
    [InlineData("\"models\":1", "\"models\":2")]
    [InlineData("\"message\"", "\"other\"")]
    [InlineData("aaaa", "AAAA")]
    public void What_no_scanner_of_ours_says_is_a_violation(string right, string wrong)
    {
        var line = Text(new ScanEvent.Source(Nonce, 0, Report));
        Assert.Contains(right, line, StringComparison.Ordinal);
        Assert.NotNull(Feed(Jobs.Sources, line.Replace(right, wrong, StringComparison.Ordinal)).Violation);
    }

    [Fact]
    public void Finding_without_the_digest_of_its_file_is_a_violation() =>
        Assert.NotNull(Feed(Jobs.Sources, Text(new ScanEvent.Source(Nonce, 0, Report with { Sha256 = null }))).Violation);

    [Fact]
    public void Message_is_made_fit_to_be_shown()
    {
        var report = Report with { Findings = [Report.Findings[0] with { Message = "\u001b[31mred" }] };
        Assert.DoesNotContain('\u001b', Feed(Jobs.Sources, Text(new ScanEvent.Source(Nonce, 0, report))).Results[0].Source!.Findings[0].Message);
    }

    [Fact]
    public void Question_arrives_as_it_was_put()
    {
        var question = new SourceQuestion { LockPath = "/a/models.lock", Endpoints = ["https://*"], Folders = ["a/b", "c/d"], UsesModelPackages = true };
        var read = SourceQuestionText.Read(SourceQuestionText.Write(question))!;
        Assert.Equal((question.LockPath, true), (read.LockPath, read.UsesModelPackages));
        Assert.Equal(question.Endpoints, read.Endpoints);
        Assert.Equal(question.Folders, read.Folders);
        Assert.Null(SourceQuestionText.Read(SourceQuestionText.Write(new SourceQuestion()))!.Endpoints);
        Assert.Null(SourceQuestionText.Read("{}"));
    }

    private static ScanAnswer Feed(string job, string line)
    {
        var answer = new ScanAnswer(Nonce, [new ScanFile("/a.py")], job: job);
        foreach (var text in new[] { Text(new ScanEvent.Hello(Nonce, Wire.Version, "1", Isolation.All)), line, Text(new ScanEvent.Done(Nonce, 1)) })
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            answer.Add(bytes, bytes.Length);
        }

        return answer;
    }

    private static string Text(ScanEvent scanEvent) => Encoding.UTF8.GetString(ScanEventWriter.ToLine(scanEvent));
}
