using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Cli;

/// <summary>Ends a command with a coded error and exit code 2.</summary>
internal sealed class CommandFailedException(Rule rule, string message) : Exception(message)
{
    /// <summary>What kind of fault.</summary>
    public Rule Rule { get; } = rule;
}
