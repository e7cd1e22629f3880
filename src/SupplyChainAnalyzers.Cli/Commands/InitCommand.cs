using System.CommandLine;
using SupplyChainAnalyzers.Cli.Initialization;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models init</c>: all files a repository needs, none of them overwritten.</summary>
internal static class InitCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var folder = LockOption.Folder("Folder to set up, usually the repository's root");
        var command = new Command("init", "Set up a folder: models.lock, models.policy.json, their schemas, .gitattributes and editor settings")
        {
            folder,
        };
        command.SetAction(parsed =>
        {
            var root = LockOption.ExistingFolder(host, parsed.GetValue(folder));
            host.Cancellation.ThrowIfCancellationRequested();
            var hadLock = File.Exists(Path.Combine(root, ModelsLock.FileName));
            var steps = Initializer.Run(root);
            foreach (var step in steps)
                host.Out.WriteLine($"{step.Verb,-8} {Printable.Of(step.Path)}{(step.Note is null ? "" : "  (" + Printable.Of(step.Note, EditorSettings.ByHand.Length + 100) + ")")}");

            Advise(host, root, hadLock);
            return Levels.ExitOk;
        });
        return command;
    }

    private static void Advise(CommandHost host, string root, bool hadLock)
    {
        LockLocator.FindNearest(Path.GetDirectoryName(root) ?? root, out var outer, out var repository);
        if (outer is not null && !Directory.Exists(Path.Combine(root, ".git")))
            host.Error.WriteLine($"note: {Printable.Of(outer)} is there as well; each project uses the nearest lock above it");
        else if (repository is not null && !Directory.Exists(Path.Combine(root, ".git")) && !File.Exists(Path.Combine(root, ".git")))
            host.Error.WriteLine($"note: this is not the repository's root, {Printable.Of(repository)}; only projects in this folder and below will use the lock");
        if (!hadLock)
            host.Out.WriteLine("next: models lock");
    }
}
