namespace SupplyChainAnalyzers.Cli.Tests;

/// <summary>What a command left.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    /// <summary>Fails unless the command ended as expected, and shows what it said.</summary>
    public CliResult Ended(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"exit code {ExitCode}\n{Out}\n{Error}");
        return this;
    }
}
