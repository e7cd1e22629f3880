using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

public sealed class VerifyCommandTests
{
    [Fact]
    public void A_clean_repository_is_0_and_one_line()
    {
        using var folder = new CliFolder("a.gguf");
        folder.Run("lock");
        Assert.Equal("1 model, 1 file (128 bytes read): no findings\n", folder.Run("verify", "--full").Ended(0).Out);
    }

    [Fact]
    public void A_flipped_bit_is_1_and_an_error_at_its_place()
    {
        using var folder = Locked();
        var result = folder.Run("verify").Ended(1);
        Assert.Matches(@"^models\.lock\(9,\d+\): error SCA2104: .*models lock a.*\n1 model, 1 file \(128 bytes read\): 1 error\n$", result.Out);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Digests_are_remembered_but_not_on_a_build_server_nor_with_full()
    {
        using var folder = new CliFolder("a.gguf");
        folder.Run("lock");

        // Remembered only once the file's clock is past: git's racy rule.
        File.SetLastWriteTimeUtc(folder.Full("a.gguf"), DateTime.UtcNow.AddDays(-1));
        folder.Run("verify").Ended(0);
        Assert.Contains("128 bytes read", folder.Run("verify", "--full").Out, StringComparison.Ordinal);
        Assert.Contains("128 bytes read", folder.Run(static host => host with { Variable = static name => name == "CI" ? "true" : null }, "verify").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_all_facts_of_a_finding()
    {
        using var folder = Locked();
        var result = folder.Run("verify", "--format", "json").Ended(1);
        var root = JsonReader.Parse(result.Out, JsonLimits.Default).Root!;
        Assert.Equal(["schema", "tool", "command", "root", "lock", "summary", "findings"], root.Members.Select(static member => member.Name));
        Assert.Equal(folder.Root, root.Find("root")!.StringValue);
        Assert.Equal(
            ["models", "files", "hashed", "cached", "bytesHashed", "errors", "warnings", "messages", "failed"],
            root.Find("summary")!.Members.Select(static member => member.Name));
        var finding = Assert.Single(root.Find("findings")!.Items);
        Assert.Equal(
            ["rule", "level", "severity", "message", "file", "line", "column", "endLine", "endColumn", "model", "subject", "sha256", "helpLink"],
            finding.Members.Select(static member => member.Name));
        Assert.Equal(("SCA2104", "error", "critical", "models.lock", "a", "a.gguf"), (Text("rule"), Text("level"), Text("severity"), Text("file"), Text("model"), Text("subject")));

        string? Text(string name) => finding.Find(name)!.StringValue;
    }

    [Fact]
    public void Reports_are_the_same_every_time()
    {
        using var folder = Locked();
        Assert.Equal(folder.Run("verify", "--full", "--format", "json").Out, folder.Run("verify", "--full", "--format", "json").Out);
        Assert.Equal(folder.Run("verify", "--full").Out, folder.Run("verify", "--full").Out);
    }

    [Fact]
    public void The_report_can_go_to_a_file()
    {
        using var folder = Locked();
        var result = folder.Run("verify", "--format", "json", "--output", "report.json").Ended(1);
        Assert.Equal("", result.Out);
        Assert.NotNull(JsonReader.Parse(folder.Read("report.json"), JsonLimits.Default).Root);
    }

    [Fact]
    public void Audit_fails_nothing_and_another_policy_can_be_named()
    {
        using var folder = Locked().Write("p/strict.json", "{ \"policyVersion\": 1, \"mode\": \"audit\" }");
        folder.Run("verify", "--mode", "audit").Ended(0);
        folder.Run("verify", "--policy", "p/strict.json").Ended(0);
        folder.Run("verify", "--policy", "p/missing.json").Ended(2);
    }

    [Fact]
    public void A_named_lock_is_used()
    {
        using var folder = Locked();
        folder.RunIn(".git", "verify", "--lock", folder.Full("models.lock")).Ended(1);
        folder.Run("verify", "--lock", "other/models.lock").Ended(2);
    }

    [Theory]
    [InlineData("SCA2001", "verify")]
    [InlineData("SCA0005", "verify", "no/such/folder")]
    [InlineData("SCA0004", "verify", "--mode", "lax")]
    [InlineData("SCA0004", "verify", "--bogus")]
    [InlineData("SCA0004", "frobnicate")]
    [InlineData("SCA0004")]
    [InlineData("SCA0004", "cache")]
    public void What_cannot_be_done_is_2_and_one_coded_error(string rule, params string[] arguments)
    {
        using var folder = new CliFolder();
        var result = folder.Run(arguments).Ended(2);
        Assert.Equal("", result.Out);
        Assert.StartsWith($"models: error {rule}: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_path_that_begins_with_an_at_sign_is_a_path()
    {
        using var folder = new CliFolder("@x/a.gguf").Write("x", "--check");
        folder.RunIn("@x", "lock").Ended(0);
        Assert.Contains("1 model", folder.Run("verify", "@x").Ended(0).Out, StringComparison.Ordinal);
    }

    private static CliFolder Locked()
    {
        var folder = new CliFolder("a.gguf");
        folder.Run("lock").Ended(0);
        return folder.Model("a.gguf", seed: 1);
    }
}
