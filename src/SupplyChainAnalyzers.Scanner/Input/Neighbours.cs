namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>
/// Names beside a file or member. A loader that imports a module finds one that lies there before the one it means.
/// Only names: nothing of it is opened.
/// </summary>
internal sealed class Neighbours(IReadOnlyCollection<string> names)
{
    private const int MaxNames = 10_000;

    private readonly Lazy<HashSet<string>> _modules = new(() => Modules(names));

    public static Neighbours None { get; } = new([]);

    /// <summary>File and folder names, without path; folders end in a slash.</summary>
    public IReadOnlyCollection<string> Names { get; } = names;

    /// <summary>Whether <c>import name</c> would find something here.</summary>
    public bool HasModule(string name) => _modules.Value.Contains(name);

    /// <summary>What lies in the folder of a file; nothing where it may not be listed.</summary>
    public static Neighbours Of(string path)
    {
        try
        {
            var folder = new DirectoryInfo(Path.GetDirectoryName(path)!);
            return new Neighbours([.. folder.EnumerateFileSystemInfos().Take(MaxNames).Select(static entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return None;
        }
    }

    private static HashSet<string> Modules(IEnumerable<string> names)
    {
        var modules = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.EndsWith('/'))
                modules.Add(name[..^1]);
            else if (Path.GetExtension(name) is ".py" or ".pyc" or ".so" or ".pyd")
                modules.Add(name[..name.IndexOf('.', StringComparison.Ordinal)]);
        }

        return modules;
    }
}
