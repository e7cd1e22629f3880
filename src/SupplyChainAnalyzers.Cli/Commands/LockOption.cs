using System.CommandLine;
using System.CommandLine.Parsing;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary>How the verbs find models.lock.</summary>
internal static class LockOption
{
    /// <summary><c>--lock F</c>.</summary>
    public static Option<string?> Create() => new("--lock")
    {
        Description = "The lock to use; default: the nearest models.lock upward, up to the repository's root",
        HelpName = "file",
    };

    /// <summary><c>[folder]</c>.</summary>
    public static Argument<string?> Folder(string description)
    {
        var folder = new Argument<string?>("folder") { Description = description + "; default: the current one", Arity = ArgumentArity.ZeroOrOne };
        folder.Validators.Add(RefuseOption);
        return folder;
    }

    /// <summary>An argument would also take a mistyped option.</summary>
    public static void RefuseOption(ArgumentResult result)
    {
        if (result.Tokens.FirstOrDefault(static token => token.Value.StartsWith('-')) is { } option)
            result.AddError($"Unrecognized option '{option.Value}'.");
    }

    /// <summary>The lock that is there; else an error that says how to get one.</summary>
    public static string Find(CommandHost host, string? lockFile, string? folder)
    {
        if (lockFile is not null)
        {
            var named = host.FullPath(lockFile);
            return File.Exists(named) ? named : throw new CommandFailedException(Rules.LockUnreadable, $"{Printable.Of(named)} does not exist");
        }

        var start = ExistingFolder(host, folder);
        return LockLocator.FindNearest(start, out var nearest)
            ? nearest
            : throw new CommandFailedException(Rules.LockUnreadable, $"there is no {ModelsLock.FileName} in {Printable.Of(start)} or above it; run: models init, then: models lock");
    }

    /// <summary>The folder an argument names, absolute; the current one when there is none.</summary>
    public static string ExistingFolder(CommandHost host, string? folder)
    {
        var path = host.FullPath(folder ?? ".");
        return Directory.Exists(path) ? path : throw new CommandFailedException(Rules.Unreadable, $"{Printable.Of(path)} is no folder");
    }
}
