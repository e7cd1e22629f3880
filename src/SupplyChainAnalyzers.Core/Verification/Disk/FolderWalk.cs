namespace SupplyChainAnalyzers.Core.Verification.Disk;

/// <summary>Lists a model's folder, once, for every comparison of names. Bounded; follows no link to a folder.</summary>
internal sealed class FolderWalk
{
    /// <summary>Entries under one model folder. The largest public models have a few thousand files.</summary>
    public const int MaxEntries = 100_000;

    /// <summary>Folders within folders; a path of the lock has far fewer.</summary>
    public const int MaxDepth = 64;

    // Version control and editors: nothing in them is a part of a model, and .git can be larger than the model.
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        ".git", ".hg", ".svn", ".dvc", ".vs", ".vscode", ".idea", ".cache",
    };

    /// <summary>Names of folders that no walk enters; in any case of letters.</summary>
    public static IReadOnlyCollection<string> NotEntered => Skipped;

    private readonly FolderContent _content = new();
    private readonly Queue<(string Prefix, int Depth)> _folders = new();
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly FolderWalkOptions _options;

    private FolderWalk(FolderWalkOptions options)
    {
        _options = options;
        _content.IsShared = options.IsShared;
    }

    /// <summary>Lists the folder and what is below it, as far as <paramref name="options"/> say.</summary>
    public static FolderContent Run(FolderWalkOptions options)
    {
        var walk = new FolderWalk(options);
        walk._folders.Enqueue(("", 0));
        walk.Descend();

        // A shared folder is not descended into: what lies beside a declared file is still looked at.
        if (walk._content.IsShared)
        {
            foreach (var prefix in options.DeclaredPrefixes)
                walk.List(prefix, MaxDepth);
        }

        return walk._content;
    }

    private void Descend()
    {
        while (_folders.Count > 0 && !_content.IsShared)
        {
            var (prefix, depth) = _folders.Dequeue();
            List(prefix, depth);
        }
    }

    private void List(string prefix, int depth)
    {
        if (!_listed.Add(prefix))
            return;

        try
        {
            var folder = new DirectoryInfo(prefix.Length == 0 ? _options.Folder : Path.Combine(_options.Folder, DeclaredPath.Native(prefix)));
            _content.Listed.Add(folder.FullName);
            foreach (var info in folder.EnumerateFileSystemInfos())
            {
                _options.Cancellation.ThrowIfCancellationRequested();
                Take(info, prefix, depth);
                if (_content.Entries.Count > MaxEntries)
                {
                    _content.Error = "it holds more than " + MaxEntries + " files";
                    _folders.Clear();
                    return;
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            // A folder below that only the lock knows is no error of its own: its files will be missing.
            _content.Exists &= prefix.Length != 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            _content.Error ??= e.Message;
        }
    }

    private void Take(FileSystemInfo info, string prefix, int depth)
    {
        var path = prefix + info.Name;
        if (info is not DirectoryInfo || (info.Attributes & FileAttributes.ReparsePoint) != 0)
        {
            _content.Entries[path] = new FolderEntry(path, info);
            _content.IsShared |= !_options.IsOnlyModels && ProjectFiles.IsProject(info.Name);
        }
        else if (depth == MaxDepth)
        {
            if (!_content.IsShared)
                _content.Error ??= "its folders lie more than " + MaxDepth + " deep";
        }
        else if (!Skipped.Contains(info.Name) && !_options.OtherFolders.Contains(info.FullName))
        {
            _folders.Enqueue((path + "/", depth + 1));
        }
    }
}
