using System.CommandLine;
using System.CommandLine.Invocation;
using SupplyChainAnalyzers.Cli.Commands;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli;

/// <summary>The edge: arguments in, exit code out. Whatever goes wrong below ends here as one coded line.</summary>
internal static class CommandLine
{
    // A path may begin with '@'; it must not be opened as a file of arguments.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <summary>Parses and runs.</summary>
    public static int Run(IReadOnlyList<string> arguments, CommandHost host)
    {
        try
        {
            var parsed = ModelsCommand.Create(host).Parse(arguments, Parser);
            if (parsed.Action is ParseErrorAction)
                throw new CommandFailedException(Rules.Usage, UsageError(parsed));

            // Signals are ours, see Interruption; exceptions too.
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception e)
        {
            var (rule, message) = Explain(e);
            host.Error.WriteLine($"models: error {rule.Id}: {message}");
            return Levels.ExitFailure;
        }
    }

    private static (Rule Rule, string Message) Explain(Exception exception) => exception switch
    {
        CommandFailedException failed => (failed.Rule, failed.Message),
        OperationCanceledException => (Rules.Cancelled, "stopped; nothing was changed"),
        IOException or UnauthorizedAccessException => (Rules.Unreadable, Printable.Of(exception.Message)),
        _ => (Rules.InternalError, $"{exception.GetType().Name}: {Printable.Of(exception.Message)}; please report this"),
    };

    private static string UsageError(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var verbs = string.Join(", ", command.Subcommands.Select(static command => command.Name));
        var reason = (verbs.Length > 0, parsed.UnmatchedTokens) switch
        {
            (true, []) => "a command is missing: " + verbs,
            (true, [var unknown, ..]) => $"'{Printable.Of(unknown)}' is none of the commands: {verbs}",
            _ => Printable.Of(parsed.Errors[0].Message).TrimEnd('.'),
        };
        return $"{reason}; run: {CommandName(command)} --help";
    }

    private static string CommandName(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? CommandName(parent) + " " + command.Name : ModelsCommand.Name;
}
