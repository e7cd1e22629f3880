using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary>The usual help, then exit codes and examples.</summary>
internal sealed class HelpWithExamplesAction(HelpAction help) : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0  nothing that fails the policy
          1  findings that do, or (lock --check) a lock that is not what would be written
          2  usage error, unreadable input, or the tool failed or was stopped; nothing is known and nothing was changed

        """;

    // By command name; every verb has one.
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["init"] = """
            Examples:
              models init                       set up the current folder, usually the repository's root
              models init && models lock        and lock the models that are there

            """,
        ["lock"] = """
            Examples:
              models lock                       lock every model under the folder of models.lock
              models lock resnet50              look at one model again, after it was changed on purpose
              models lock models/new            lock what is in a folder, also one that .gitignore names
              models lock --check               fail when models.lock is not up to date (for CI)
              models lock bert --repo org/bert  name the Hugging Face repository a download came from

            """,
        ["verify"] = """
            Examples:
              models verify                     compare every declared file with models.lock
              models verify --full              trust no remembered digest: read every file
              models verify --policy ../org/models.policy.json --mode strict
              models verify --format json --output report.json

            """,
        ["clear"] = """
            Examples:
              models cache clear                forget all digests remembered for this user

            """,
    };

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.Write(ExitCodes.ReplaceLineEndings());
        var examples = Examples.GetValueOrDefault(parseResult.CommandResult.Command.Name)
            ?? (parseResult.CommandResult.Command is RootCommand ? Examples["init"] + Examples["verify"] : null);
        if (examples is not null)
            output.Write((Environment.NewLine + examples).ReplaceLineEndings());
        return exitCode;
    }
}
