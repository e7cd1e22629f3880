namespace SupplyChainAnalyzers.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData()]
    [InlineData("init")]
    [InlineData("lock")]
    [InlineData("verify")]
    [InlineData("scan")]
    [InlineData("inspect")]
    [InlineData("behavior")]
    [InlineData("convert")]
    [InlineData("cache")]
    [InlineData("cache", "clear")]
    public void Every_verb_explains_itself_with_exit_codes(params string[] verb)
    {
        using var folder = new CliFolder();
        var result = folder.Run([.. verb, "--help"]).Ended(0);
        Assert.Contains("Usage:", result.Out, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", result.Out, StringComparison.Ordinal);
        Assert.Contains("  2  usage error", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("init")]
    [InlineData("lock")]
    [InlineData("verify")]
    [InlineData("scan")]
    [InlineData("inspect")]
    [InlineData("behavior")]
    [InlineData("convert")]
    public void Verbs_with_options_show_examples(string verb)
    {
        using var folder = new CliFolder();
        Assert.Contains("Examples:", folder.Run(verb, "--help").Out, StringComparison.Ordinal);
    }

    // What the help names must exist: each example line parses.
    [Fact]
    public void Every_example_can_be_parsed()
    {
        using var folder = new CliFolder();
        var lines = new[] { "init", "lock", "verify", "scan", "inspect", "behavior", "convert" }.SelectMany(verb => folder.Run(verb, "--help").Out.Split('\n'))
            .Where(static line => line.StartsWith("  models ", StringComparison.Ordinal) && !line.Contains('[', StringComparison.Ordinal))
            .Select(static line => line.Trim().Split("  ")[0]).ToList();
        Assert.NotEmpty(lines);
        var host = new CommandHost { Out = TextWriter.Null, Error = TextWriter.Null, CurrentDirectory = folder.Root, Variable = static _ => null, BaseDirectory = folder.Root };
        Assert.All(lines, line => Assert.Empty(SupplyChainAnalyzers.Cli.Commands.ModelsCommand.Create(host).Parse(line["models ".Length..].Split(' ')).Errors));
    }

    [Fact]
    public void Version_is_a_version()
    {
        using var folder = new CliFolder();
        Assert.Matches(@"^\d+\.\d+\.\d+", folder.Run("--version").Ended(0).Out);
    }
}
