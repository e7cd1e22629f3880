namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>
/// What lies beside a file on disk, kept for the next file: thousands of files of one folder would list it thousands of times.
/// </summary>
internal sealed class FolderNames
{
    private const int MaxNames = 100_000;

    private string? _folder;
    private Neighbours _neighbours = Neighbours.None;

    /// <summary>Nothing where the folder may not be listed.</summary>
    public Neighbours Beside(string path)
    {
        if (Path.GetDirectoryName(path) is { } folder && folder != _folder)
            (_folder, _neighbours) = (folder, new Neighbours(new Lazy<IReadOnlyCollection<string>>(() => List(folder))));
        return _neighbours;
    }

    private static IReadOnlyCollection<string> List(string folder)
    {
        try
        {
            var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos();
            return [.. entries.Take(MaxNames).Select(static entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
