using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SupplyChainAnalyzers.Cli.Behavior;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

namespace SupplyChainAnalyzers.Cli.Tests.Behavior;

public sealed class ReportFolderTests
{
    [Fact]
    public void Report_has_a_page_and_the_checks_pictures()
    {
        using var folder = new CliFolder().Write("m.onnx", OnnxModels.Model(
            [OnnxModels.Node("MatMul", ["x", "w"], ["y"])], [OnnxModels.Floats("w", [8, 16], [.. Enumerable.Range(0, 128).Select(static i => MathF.Sin(i))])], [OnnxModels.Port("x", -1, 8)], [OnnxModels.Port("y", -1, 16)]));
        folder.Run("behavior", "m.onnx", "--report", "out/report").Ended(0);

        Assert.Equal(["chart-weights.png", "index.html", "weights-channels.png", "weights-spectrum-0.png"], Directory.GetFiles(folder.Full("out/report")).Select(Path.GetFileName).Order());
        var page = folder.Read("out/report/index.html");
        Assert.Contains("<h1><span class=\"badge limited\">limited</span> m.onnx</h1>", page, StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64," + Convert.ToBase64String(File.ReadAllBytes(folder.Full("out/report/weights-channels.png"))), page, StringComparison.Ordinal);
        folder.Run("behavior", "m.onnx", "--report", "out/report").Ended(0);
        Assert.Equal(page, folder.Read("out/report/index.html"));
    }

    [Fact]
    public void Text_of_a_model_stays_text()
    {
        const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=y><a href=http://x>";
        using var folder = new CliFolder();
        ReportFolder.Write(folder.Full("out"), Outcome(Hostile));

        var page = folder.Read("out/index.html");
        Assert.Contains($"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src {ReportStyle.Source}\"", page, StringComparison.Ordinal);
        Assert.Equal(ReportStyle.Source, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Assert.Single(Regex.Matches(page, "<style>(.*?)</style>", RegexOptions.Singleline)).Groups[1].Value)))}'");
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", page, StringComparison.Ordinal);
        Assert.Empty(Regex.Matches(page, "<img (?!alt=\"[a-z0-9-]+\" src=\"data:image/png;base64,)"));
        Assert.DoesNotMatch("""href|onerror=[^&]*<|<link| style=|url\(""", page.Replace(System.Net.WebUtility.HtmlEncode(Hostile), "", StringComparison.Ordinal));
    }

    [Fact]
    public void Pictures_stand_with_their_check_and_a_changed_probe_has_a_table()
    {
        using var folder = new CliFolder();
        var outcome = Outcome("words");
        SuiteResult corner = new("patch-white-top-left", "a white square, top left", 80, 70, 0) { Towards = 2, FlipsTowards = 70, Classes = [new(0, 10, 10), new(2, 10, 0)] };
        ReportFolder.Write(folder.Full("out"), outcome with { Report = outcome.Report! with { Pictures = [new("search-mask", "Where it lies", 1, 1, 1, [9]), new("other", "Something else", 1, 1, 1, [9])], Suite = [corner] } });

        var page = folder.Read("out/index.html");
        var (check, suite) = (page.IndexOf("<div class=\"check\">", StringComparison.Ordinal), page.IndexOf("<h2>Answers that flip", StringComparison.Ordinal));
        Assert.InRange(page.IndexOf("alt=\"search-mask\"", StringComparison.Ordinal), check, suite);
        Assert.InRange(page.IndexOf("alt=\"chart-search\"", StringComparison.Ordinal), check, suite);
        Assert.True(page.IndexOf("alt=\"other\"", StringComparison.Ordinal) > suite);
        Assert.Contains("<tr class=\"marked\"><td>patch-white-top-left</td><td>a white square, top left</td><td>70 of 80, 70 to class 2</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>0: 10/10</td></tr>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_get_a_chart()
    {
        using var folder = new CliFolder();
        ReportFolder.Write(folder.Full("out"), Outcome("words"));
        Assert.Equal(["chart-search.png", "index.html"], Directory.GetFiles(folder.Full("out")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Judged_inputs_leave_settings_for_a_monitor()
    {
        using var folder = new CliFolder();
        Measurement[] values = [new("threshold", .25), new("quantile", .05), new("overlays", 32), new("alpha", .5), new("cleanMean", 1.5)];
        var outcome = Outcome("words");
        ReportFolder.Write(folder.Full("out"), outcome with { Report = outcome.Report! with { Checks = [new CheckResult("strip", CheckOutcome.NoFinding, "words") { Values = values }] } });

        using var json = System.Text.Json.JsonDocument.Parse(folder.Read("out/strip-monitor.json"));
        Assert.Equal((32, .25, .05), (json.RootElement.GetProperty("overlays").GetInt32(), json.RootElement.GetProperty("entropyThreshold").GetDouble(), json.RootElement.GetProperty("expectedRate").GetDouble()));
    }

    [Fact]
    public void Folder_that_cannot_be_written_is_exit_code_2()
    {
        using var folder = new CliFolder().Write("m.onnx", OnnxModels.AddRelu).Write("taken", "a file");
        folder.Run("behavior", "m.onnx", "--report", "taken").Ended(2);
    }

    private static BehaviorOutcome Outcome(string words)
    {
        ClassResult[] classes = [new(0, [new("norm", 3)]), new(1, [new("norm", 9)])];
        var report = new BehaviorReport { Verdict = BehaviorVerdict.Suspicious, Score = 2, TargetClass = 1, Checks = [new CheckResult("search", CheckOutcome.Suspicious, words) { TargetClass = 1, Classes = classes }] };
        var finding = new DecidedFinding(new Finding(Rules.WeightsStandOut, words), Level.Warning);
        return new BehaviorOutcome(new ScannedFile { Path = words, Verdict = Verdict.Clean, Findings = [finding], Behavior = BehaviorVerdict.Suspicious }, report, [], null);
    }
}
