using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Scanning;

/// <summary>
/// Every file below the named paths, each once. A link to a file is scanned as the file it leads to; a link to a folder is not
/// followed, so there are no loops: what it leads to is scanned in its own place or said to be left out.
/// </summary>
internal sealed class ScanWalk(CommandHost host, IReadOnlyList<Glob> excluded)
{
    /// <summary>Folders within folders; deeper than any tool makes them.</summary>
    private const int MaxDepth = 100;

    // A git repository can't carry these inside itself, and what they hold is packed. Everything else a download can bring.
    private static readonly HashSet<string> NotEntered = new(StringComparer.OrdinalIgnoreCase) { ".git", ".hg", ".svn" };

    private readonly List<string> _roots = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Files and folders that a pattern left out, so far.</summary>
    public int Excluded { get; private set; }

    /// <summary>Walks while it is enumerated; nothing that can't be read ends it.</summary>
    public IEnumerable<ScanTarget> Run(IEnumerable<string> paths)
    {
        var named = paths.Select(path => Path.TrimEndingDirectorySeparator(host.FullPath(path))).Distinct(StringComparer.Ordinal).ToList();
        _roots.AddRange(named.Where(Directory.Exists).Select(static path => RealFolder(path)));
        foreach (var path in named)
        {
            foreach (var target in Root(path))
            {
                if (_seen.Add(target.Path))
                    yield return target;
            }
        }
    }

    private IEnumerable<ScanTarget> Root(string path)
    {
        var stat = FileStat.Of(path);
        return stat.Kind switch
        {
            FileKind.Missing => [Problem(path, stat.IsLink ? "is a link that leads nowhere; restore its target" : "does not exist; correct the path")],
            FileKind.Unreadable => [Problem(path, $"cannot be read: {Printable.Of(stat.Reason)}; correct the permission")],
            FileKind.Folder => Folder(new DirectoryInfo(path), path, 0),
            _ => [File(path, stat.Size)],
        };
    }

    private IEnumerable<ScanTarget> Folder(DirectoryInfo folder, string root, int depth)
    {
        host.Cancellation.ThrowIfCancellationRequested();
        var entries = List(folder, depth, out var problem);
        if (problem is not null)
            yield return Problem(folder.FullName, problem);

        foreach (var entry in entries)
        {
            if (IsExcluded(entry, root))
            {
                Excluded++;
                continue;
            }

            var inside = (entry.Attributes & FileAttributes.ReparsePoint) != 0 ? Link(entry)
                : entry is DirectoryInfo child ? NotEntered.Contains(child.Name) ? [] : Folder(child, root, depth + 1)
                : [File(entry.FullName, ((FileInfo)entry).Length)];
            foreach (var target in inside)
                yield return target;
        }
    }

    private static List<FileSystemInfo> List(DirectoryInfo folder, int depth, out string? problem)
    {
        problem = depth > MaxDepth ? $"lies more than {MaxDepth} folders deep and was not entered; name it to scan it" : null;
        try
        {
            return problem is null ? [.. folder.EnumerateFileSystemInfos().OrderBy(static entry => entry.Name, StringComparer.Ordinal)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            problem = $"cannot be listed: {Printable.Of(e.Message)}; correct the permission";
            return [];
        }
    }

    private IEnumerable<ScanTarget> Link(FileSystemInfo link)
    {
        var stat = FileStat.Of(link.FullName);
        if (stat.Kind != FileKind.Folder)
            return Root(link.FullName);

        return Target(link) is { } target && _roots.Exists(root => IsWithin(target, root)) ? [] : [LeftOut(link.FullName)];
    }

    private static string? Target(FileSystemInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string RealFolder(string path) => Target(new DirectoryInfo(path)) ?? path;

    private static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // A pattern without a slash is about names, wherever they stand; one with a slash about the way from the named folder.
    private bool IsExcluded(FileSystemInfo entry, string root) => excluded.Count > 0
        && Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/') is var path
        && excluded.Any(glob => glob.IsMatch(glob.Pattern.Contains('/', StringComparison.Ordinal) ? path : entry.Name));

    private ScanTarget File(string path, long size) => new(path, ShownPath.Relative(path, host.CurrentDirectory), size);

    private ScanTarget Problem(string path, string what) => Unscanned(path, Rules.Unreadable, what);

    private ScanTarget LeftOut(string path) =>
        Unscanned(path, Rules.Unscannable, "is a link to a folder elsewhere, whose files were not scanned; name that folder to scan it");

    private ScanTarget Unscanned(string path, Rule rule, string what)
    {
        var name = ShownPath.Relative(path, host.CurrentDirectory);
        return new(path, name, 0, new Finding(rule, $"'{Printable.Path(name)}' {what}") { Subject = path });
    }
}
