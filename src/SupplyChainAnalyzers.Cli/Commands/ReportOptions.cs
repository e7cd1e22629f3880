using System.CommandLine;
using SupplyChainAnalyzers.Cli.Output;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>--format</c> and <c>--output</c>, the same for every verb that reports.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string?> _format;

    private readonly Option<string?> _output = new("--output")
    {
        Description = "Write the report to a file instead of standard output",
        HelpName = "file",
    };

    /// <summary>Adds both to <paramref name="command"/>.</summary>
    public ReportOptions(Command command, bool hasSarif = false)
    {
        _format = WordOption.Create("--format", "How to report; default: text", hasSarif ? ["text", "json", "sarif"] : ["text", "json"]);
        command.Options.Add(_format);
        command.Options.Add(_output);
    }

    /// <summary>Where the report of this run goes.</summary>
    public ReportTarget Target(CommandHost host, ParseResult parsed) =>
        new(host, parsed.GetValue(_format) ?? "text", parsed.GetValue(_output) is { } file ? host.FullPath(file) : null);
}
