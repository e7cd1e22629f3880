using System.CommandLine;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models cache clear</c>.</summary>
internal static class CacheCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var clear = new Command("clear", "Forget them all; the next verification reads every file again");
        clear.SetAction(_ => Clear(host));
        return new Command("cache", "Digests of verified files, remembered in the user's profile") { clear };
    }

    private static int Clear(CommandHost host)
    {
        if (HashCacheFolder.Of(host) is not { } folder || !Directory.Exists(folder))
        {
            host.Out.WriteLine("nothing to clear");
            return Levels.ExitOk;
        }

        // A link in its place leads to something that is not ours.
        var info = new DirectoryInfo(folder);
        if ((info.Attributes & FileAttributes.ReparsePoint) != 0)
            throw new CommandFailedException(Rules.Unreadable, $"{Printable.Of(folder)} is a link; remove it yourself");

        var files = info.EnumerateFiles("*", SearchOption.AllDirectories).ToList();
        info.Delete(recursive: true);
        host.Out.WriteLine($"removed {Printable.Of(folder)}: {Counted.Of(files.Count, "file")}, {ByteCount.Of(files.Sum(static file => file.Length))}");
        return Levels.ExitOk;
    }
}
