using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary>Which lock <c>models lock</c> writes, and what of it.</summary>
internal sealed record LockTarget(string LockPath, LockOptions Options)
{
    /// <summary>
    /// The lock is the named one, or the nearest above the searched folder, or, when there is none, one in that folder.
    /// An argument is a model when the lock has one of that name, else a folder.
    /// </summary>
    public static LockTarget Find(CommandHost host, string? lockFile, IReadOnlyList<string> targets, bool includeIgnored)
    {
        var folder = targets.Count == 1 && Directory.Exists(host.FullPath(targets[0])) ? host.FullPath(targets[0]) : null;
        var start = folder ?? host.CurrentDirectory;
        var lockPath = lockFile is not null ? host.FullPath(lockFile) : LockLocator.FindNearest(start, out var nearest) ? nearest : Path.Combine(start, ModelsLock.FileName);
        if (!Directory.Exists(Path.GetDirectoryName(lockPath)))
            throw new CommandFailedException(Rules.Unreadable, $"{Printable.Of(Path.GetDirectoryName(lockPath))} is no folder");

        var options = new LockOptions { IncludeIgnored = includeIgnored };
        var names = ModelNames(lockPath);
        if (targets.Count > 0 && targets.All(names.Contains))
            return new LockTarget(lockPath, options with { Names = [.. targets] });

        if (targets.Count == 0)
            return new LockTarget(lockPath, options);

        if (folder is null)
        {
            var unknown = targets.First(target => !names.Contains(target));
            throw new CommandFailedException(Rules.Usage, targets.Count > 1 && Directory.Exists(host.FullPath(unknown))
                ? "give one folder, or the names of models; run: models lock --help"
                : $"'{Printable.Of(unknown)}' is neither a model of {Printable.Of(lockPath)} nor a folder; it has: {Known(names)}");
        }

        var path = Path.GetRelativePath(Path.GetDirectoryName(lockPath)!, folder).Replace(Path.DirectorySeparatorChar, '/');
        if (!PathRules.IsSafeFolder(path, out _))
            throw new CommandFailedException(Rules.Usage, $"{Printable.Of(folder)} is not below the folder of {Printable.Of(lockPath)}; give --lock, or run the command there");

        return new LockTarget(lockPath, options with { SearchPath = path });
    }

    // A lock that cannot be read has no names; the command itself will say why.
    private static HashSet<string> ModelNames(string lockPath)
    {
        try
        {
            var models = File.Exists(lockPath) ? ModelsLockReader.Read(File.ReadAllBytes(lockPath), lockPath).Value : null;
            return new HashSet<string>(models?.Models.Keys ?? [], StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Known(HashSet<string> names)
    {
        const int Shown = 10;
        var list = string.Join(", ", names.Order(StringComparer.Ordinal).Take(Shown));
        return names.Count == 0 ? "no models" : names.Count > Shown ? list + ", …" : list;
    }
}
