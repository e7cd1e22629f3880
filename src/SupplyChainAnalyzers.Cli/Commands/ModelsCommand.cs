using System.CommandLine;
using System.CommandLine.Help;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary>The root: <c>models</c>.</summary>
internal static class ModelsCommand
{
    /// <summary>The tool's name on the command line.</summary>
    public const string Name = "models";

    /// <summary>The root with all its verbs.</summary>
    public static RootCommand Create(CommandHost host)
    {
        var root = new RootCommand("Locks, verifies and scans the AI models of a repository. models.lock says which files belong to a model, their sizes, digests and formats, and where they come from.")
        {
            InitCommand.Create(host),
            LockCommand.Create(host),
            VerifyCommand.Create(host),
            ScanCommand.Create(host),
            InspectCommand.Create(host),
            BehaviorCommand.Create(host),
            ConvertCommand.Create(host),
            SignCommand.Create(host),
            VerifySignatureCommand.Create(host),
            CacheCommand.Create(host),
        };

        foreach (var option in root.Options)
        {
            if (option is VersionOption)
                option.Action = new VersionAction(host);
            else if (option is HelpOption { Action: HelpAction help })
                option.Action = new HelpWithExamplesAction(help);
        }

        return root;
    }
}
