using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

public sealed class LockCommandTests
{
    [Fact]
    public void Makes_the_lock_and_lists_what_is_new()
    {
        using var folder = new CliFolder("models/a.gguf", "models/b.gguf");
        var result = folder.Run("lock").Ended(0);
        Assert.Equal("  + a: models/a.gguf, gguf, 128 bytes\n  + b: models/b.gguf, gguf, 128 bytes\nmodels.lock: written: 2 models, 2 files (256 bytes read)\n", result.Out);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Twice_gives_the_same_bytes_and_output_that_says_so()
    {
        using var folder = new CliFolder("models/a.gguf");
        folder.Run("lock").Ended(0);
        var bytes = folder.Read("models.lock");
        Assert.Equal("models.lock: unchanged: 1 model, 1 file (128 bytes read)\n", folder.Run("lock").Ended(0).Out);
        Assert.Equal(bytes, folder.Read("models.lock"));
    }

    [Fact]
    public void Verify_accepts_what_lock_wrote()
    {
        using var folder = new CliFolder("models/a.gguf", "other/b.gguf").Write("models/labels.txt", "x");
        folder.Run("lock").Ended(0);
        folder.Run("verify", "--mode", "strict").Ended(0);
    }

    [Fact]
    public void Check_fails_with_each_difference_and_writes_nothing()
    {
        using var folder = new CliFolder("a.gguf");
        folder.Run("lock").Ended(0);
        folder.Run("lock", "--check").Ended(0);
        folder.Model("a.gguf", seed: 1).Model("b.gguf");
        var bytes = folder.Read("models.lock");
        var result = folder.Run("lock", "--check").Ended(1);
        Assert.Matches(@"^models\.lock\(9,\d+\): error SCA2014: .*'a\.gguf' differs: .*; run: models lock a\nmodels\.lock\(1,1\): error SCA2014: .*b is not in it .*\nmodels\.lock: not up to date: ", result.Out);
        Assert.Equal(bytes, folder.Read("models.lock"));
    }

    [Fact]
    public void Check_without_a_lock_is_a_failure()
    {
        using var folder = new CliFolder("a.gguf");
        Assert.Contains("SCA2001", folder.Run("lock", "--check").Ended(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Full("models.lock")));
    }

    [Fact]
    public void A_name_means_that_model_alone()
    {
        using var folder = new CliFolder("a.gguf", "b.gguf");
        folder.Run("lock");
        folder.Model("a.gguf", seed: 1).Model("b.gguf", seed: 1);
        folder.Run("lock", "a").Ended(0);
        Assert.Contains("b differs", folder.Run("lock", "--check").Ended(1).Out.Replace("'b.gguf'", "b", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void From_below_the_lock_above_is_brought_up_to_date()
    {
        using var folder = new CliFolder("a.gguf", "sub/b.gguf");
        folder.Run("lock");
        folder.Model("c.gguf");
        Assert.Contains("+ c", folder.RunIn("sub", "lock").Ended(0).Out, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Full("sub/models.lock")));
    }

    [Fact]
    public void A_folder_is_searched_alone()
    {
        using var folder = new CliFolder("x/a.gguf", "y/b.gguf");
        folder.Run("lock");
        folder.Model("x/c.gguf").Model("y/d.gguf");
        var result = folder.Run("lock", "y").Ended(0);
        Assert.Contains("+ d", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("+ c", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SCA0004", "lock", "nothing-like-this")]
    [InlineData("SCA0004", "lock", "--bogus")]
    [InlineData("SCA0004", "lock", "a", "--repo", "not a repo")]
    [InlineData("SCA0004", "lock", "--repo", "owner/name")]
    [InlineData("SCA0005", "lock", "--lock", "missing/models.lock")]
    [InlineData("SCA0004", "lock", "--format", "yaml")]
    public void A_command_that_makes_no_sense_is_one_coded_error(string rule, params string[] arguments)
    {
        using var folder = new CliFolder("a.gguf");
        folder.Run("lock");
        var result = folder.Run(arguments).Ended(2);
        Assert.Equal("", result.Out);
        Assert.StartsWith($"models: error {rule}: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_lock_that_cannot_be_read_stays_as_it_is()
    {
        using var folder = new CliFolder("a.gguf").Write("models.lock", "{ \"lockVersion\": 1, \"models\": {}, \"x\": 1 }");
        Assert.Contains("error SCA2005", folder.Run("lock").Ended(1).Out, StringComparison.Ordinal);
        Assert.Contains("--rebuild", folder.Run("lock").Ended(1).Out, StringComparison.Ordinal);
        folder.Run("lock", "--rebuild").Ended(0);
        folder.Run("verify").Ended(0);
    }

    [Fact]
    public void Json_has_summary_and_changes()
    {
        using var folder = new CliFolder("a.gguf");
        var root = JsonReader.Parse(folder.Run("lock", "--format", "json").Ended(0).Out, JsonLimits.Default).Root!;
        Assert.Equal("1", root.Find("schema")!.NumberText);
        Assert.Equal("1", root.Find("summary")!.Find("models")!.NumberText);
        Assert.Equal(JsonKind.True, root.Find("summary")!.Find("written")!.Kind);
        var change = Assert.Single(root.Find("changes")!.Items);
        Assert.Equal(("added", "a"), (change.Find("kind")!.StringValue, change.Find("model")!.StringValue));
        Assert.Empty(root.Find("findings")!.Items);
    }

    [Fact]
    public void Nothing_found_says_where_and_what_was_left_out()
    {
        using var folder = new CliFolder("big/a.gguf").Write(".gitignore", "big/\n");
        var result = folder.Run("lock").Ended(0);
        Assert.Contains("--include-ignored", result.Error, StringComparison.Ordinal);
        Assert.Contains("+ a", folder.Run("lock", "--include-ignored").Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_can_go_to_a_file()
    {
        using var folder = new CliFolder("a.gguf");
        var result = folder.Run("lock", "--output", "report.txt").Ended(0);
        Assert.Equal("", result.Out);
        Assert.Contains("models.lock: written", folder.Read("report.txt"), StringComparison.Ordinal);
    }
}
