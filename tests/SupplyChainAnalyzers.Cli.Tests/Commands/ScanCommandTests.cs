using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary>The verb with the real scanner behind it.</summary>
public sealed class ScanCommandTests
{
    // Any format: behind it a zip, which some loaders go by.
    private static readonly byte[] Polyglot = [.. "GGUF"u8, 3, 0, 0, 0, .. new byte[16], 0x50, 0x4B, 5, 6, .. new byte[18]];

    // By its content nothing that is known here.
    private static readonly byte[] Unknown = [0x13, 0x37, 0, 1, 2, 3, 0xFE, 0xFF, 7];

    [Fact]
    public void Nothing_found_is_0_and_one_line_that_does_not_say_safe()
    {
        using var folder = new CliFolder().Write("a/empty.bin", []);
        Assert.Equal("1 file (0 bytes): nothing found\n", folder.Run("scan", "a").Ended(0).Out);
    }

    [Fact]
    public void Malicious_file_is_1_comes_first_and_says_why()
    {
        using var folder = new CliFolder().Write("m/a.bin", Unknown).Write("m/b.gguf", Polyglot).Write("m/c", []);
        var lines = folder.Run("scan", "m").Ended(1).Out.TrimEnd('\n').Split('\n');
        Assert.StartsWith("malicious: m/b.gguf (GGUF, 46 bytes)", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, static line => line.StartsWith("  error SCA3004 (high) at byte 24: ", StringComparison.Ordinal));
        Assert.Contains("unscannable: m/a.bin (unknown format, 9 bytes)", lines);
        Assert.DoesNotContain(lines, static line => line.Contains("m/c", StringComparison.Ordinal));
        Assert.Equal("3 files (55 bytes): 1 malicious, 1 unscannable, nothing found in 1", lines[^1]);
    }

    [Fact]
    public void Clean_files_are_listed_when_asked_for()
    {
        using var folder = new CliFolder().Write("c", []);
        Assert.Equal("nothing found: c (empty file, 0 bytes)\n1 file (0 bytes): nothing found\n", folder.Run("scan", "c", "--include-clean").Ended(0).Out);
    }

    [Fact]
    public void Json_has_the_published_form()
    {
        using var folder = new CliFolder().Write("m/b.gguf", Polyglot).Write("m/a", []);
        var result = folder.Run("scan", "m", "--format", "json").Ended(1);
        var root = JsonReader.Parse(result.Out, JsonLimits.Default).Root!;
        Assert.Equal(["schema", "tool", "summary", "results", "sources"], Names(root));
        Assert.Equal("1", root.Find("schema")!.NumberText);
        Assert.Equal(["files", "clean", "suspicious", "malicious", "unscannable"], Names(root.Find("summary")!));
        Assert.Equal("2 1 0 1 0", string.Join(' ', root.Find("summary")!.Members.Select(static member => member.Value.NumberText)));
        var results = root.Find("results")!.Items;
        Assert.Equal(["m/a", "m/b.gguf"], results.Select(static file => file.Find("path")!.StringValue));
        Assert.All(results, static file => Assert.Equal(["path", "sha256", "size", "format", "verdict", "findings"], Names(file)));
        Assert.Equal(["clean", "malicious"], results.Select(static file => file.Find("verdict")!.StringValue));
        var finding = results[1].Find("findings")!.Items.First(static finding => finding.Find("rule")!.StringValue == "SCA3004");
        Assert.Equal(["rule", "severity", "message", "offset"], Names(finding));
        Assert.Equal("high", finding.Find("severity")!.StringValue);
        Assert.Contains("loaders disagree about what it is; do not use it", finding.Find("message")!.StringValue, StringComparison.Ordinal);

        static IEnumerable<string> Names(JsonNode node) => node.Members.Select(static member => member.Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0, "--fail-on", "malicious")]
    [InlineData(0, "--fail-on", "suspicious")]
    [InlineData(1, "--fail-on", "unscannable")]
    [InlineData(1, "--mode", "strict")]
    [InlineData(0, "--mode", "audit", "--fail-on", "unscannable")]
    [InlineData(1, "--policy", "p.json")]
    public void Options_and_policy_decide_whether_doubts_fail(int exitCode, params string[] options)
    {
        using var folder = new CliFolder().Write("a.bin", Unknown).Write("p.json", """{ "policyVersion": 1, "scan": { "onUnscannable": "fail" } }""");
        folder.Run(["scan", "a.bin", .. options]).Ended(exitCode);
    }

    [Fact]
    public void Policy_that_lies_in_the_scanned_folder_is_not_asked()
    {
        using var folder = new CliFolder().Write("m/b.gguf", Polyglot)
            .Write("models.policy.json", """{ "policyVersion": 1, "mode": "audit" }""").Write("m/models.policy.json", """{ "policyVersion": 1, "mode": "audit" }""");
        folder.Run("scan", "m/b.gguf").Ended(1);
        folder.RunIn("m", "scan", ".").Ended(1);
        folder.Run("scan", "m/b.gguf", "--policy", "models.policy.json").Ended(0);
    }

    [Fact]
    public void Exemption_of_the_named_policy_covers_its_file_alone()
    {
        using var folder = new CliFolder().Write("b.gguf", Polyglot);
        var sha256 = JsonReader.Parse(folder.Run("scan", "b.gguf", "--format", "json").Out, JsonLimits.Default).Root!.Find("results")!.Items[0].Find("sha256")!.StringValue;
        folder.Write("p.json", $$"""{ "policyVersion": 1, "exemptions": { "SCA3004@sha256:{{sha256}}": { "reason": "vendor's installer", "author": "kim", "reviewer": "alex", "expires": "2999-01-01" } } }""");
        var result = folder.Run("scan", "b.gguf", "--policy", "p.json").Ended(0);
        Assert.Contains("message SCA3004 (high)", result.Out, StringComparison.Ordinal);
        Assert.Contains("[exempted: vendor's installer (until 2999-01-01, reviewed by alex)]", result.Out, StringComparison.Ordinal);
        folder.Write("b.gguf", [.. Polyglot, 0]);
        Assert.DoesNotContain("exempted", folder.Run("scan", "b.gguf", "--policy", "p.json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_path_is_a_result_of_its_own_and_2()
    {
        using var folder = new CliFolder().Write("a", []);
        var result = folder.Run("scan", "a", "missing.pkl", "--format", "json").Ended(2);
        var results = JsonReader.Parse(result.Out, JsonLimits.Default).Root!.Find("results")!.Items;
        Assert.Equal(["clean", "unscannable"], results.Select(static file => file.Find("verdict")!.StringValue));
        Assert.Null(results[1].Find("sha256"));
        Assert.Contains("'missing.pkl' does not exist", results[1].Find("findings")!.Items[0].Find("message")!.StringValue, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SCA0004", "scan")]
    [InlineData("SCA0004", "scan", "--bogus")]
    [InlineData("SCA0004", "scan", "a", "--fail-on", "never")]
    [InlineData("SCA0004", "scan", "a", "--mode", "lax")]
    [InlineData("SCA5101", "scan", "a", "--policy", "none.json")]
    [InlineData("SCA5105", "scan", "a", "--policy", "wrong.json")]
    public void What_cannot_be_done_is_2_and_one_coded_error(string rule, params string[] arguments)
    {
        using var folder = new CliFolder().Write("a", []).Write("wrong.json", """{ "policyVersion": 1, "scans": { } }""");
        var result = folder.Run(arguments).Ended(2);
        Assert.Equal("", result.Out);
        Assert.StartsWith($"models: error {rule}: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Without_a_scanner_nothing_is_said_about_files()
    {
        using var folder = new CliFolder().Write("a", []);
        var result = folder.Run(host => host with { BaseDirectory = folder.Root }, "scan", "a").Ended(2);
        Assert.Equal("", result.Out);
        Assert.StartsWith("models: error SCA0003: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_scan_is_2_and_reports_nothing()
    {
        using var folder = new CliFolder().Write("a", []);
        var result = folder.Run(static host => host with { Cancellation = new CancellationToken(canceled: true) }, "scan", "a").Ended(2);
        Assert.Equal(("", "models: error SCA0006: stopped; nothing was changed\n"), (result.Out, result.Error));
    }

    [Fact]
    public void Report_can_go_to_a_file_and_is_the_same_every_time()
    {
        using var folder = new CliFolder().Write("m/b.gguf", Polyglot).Write("m/a", []);
        var text = folder.Run("scan", "m", "--format", "json").Out;
        Assert.Equal("", folder.Run("scan", "m", "--format", "json", "--output", "r.json").Ended(1).Out);
        Assert.Equal(text, folder.Read("r.json"));
        Assert.StartsWith("2 files", folder.Run("scan", "m", "--output", "r.txt").Ended(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_are_for_terminals_without_NO_COLOR()
    {
        using var folder = new CliFolder().Write("b.gguf", Polyglot);
        const string Red = "\u001b[31mmalicious";
        Assert.Contains(Red, folder.Run(static host => host with { IsOutTerminal = true }, "scan", "b.gguf").Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Red, folder.Run(static host => host with { IsOutTerminal = true, Variable = static name => name == "NO_COLOR" ? "1" : null }, "scan", "b.gguf").Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Red, folder.Run("scan", "b.gguf").Out, StringComparison.Ordinal);
    }
}
