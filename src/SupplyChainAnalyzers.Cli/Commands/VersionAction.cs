using System.CommandLine;
using System.CommandLine.Invocation;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models --version</c>.</summary>
internal sealed class VersionAction(CommandHost host) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        host.Out.WriteLine(ToolVersion.Text);
        return Levels.ExitOk;
    }
}
