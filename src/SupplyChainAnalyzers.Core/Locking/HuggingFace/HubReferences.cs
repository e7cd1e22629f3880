using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Locking.HuggingFace;

/// <summary>The folder <c>refs</c> of a cached repository: one file per branch or tag, its text the commit.</summary>
internal static class HubReferences
{
    /// <summary>More names than this are not read; a cache holds a handful.</summary>
    public const int MaxCount = 1000;

    /// <summary>Folders below <c>refs</c>; the hub's own deepest is <c>refs/refs/pr/1</c>.</summary>
    public const int MaxDepth = 8;

    /// <summary>Characters of a name.</summary>
    public const int MaxNameLength = 200;

    private const int CommitLength = 40;

    /// <summary>The names that point to <paramref name="commit"/>: tags and branches in ordinal order, <c>main</c> after them.</summary>
    public static IReadOnlyList<string> Of(string repositoryFolder, string commit)
    {
        var names = new List<string>();
        var left = MaxCount;
        Read(Path.Combine(repositoryFolder, "refs"), "", 0, commit, names, ref left);
        return [.. names.OrderBy(static name => name == "main").ThenBy(static name => name, StringComparer.Ordinal)];
    }

    private static void Read(string folder, string prefix, int depth, string commit, List<string> names, ref int left)
    {
        if (depth > MaxDepth || !Directory.Exists(folder))
            return;

        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (left-- <= 0)
                    return;

                if ((entry.Attributes & FileAttributes.ReparsePoint) != 0)
                    continue;

                var name = prefix + entry.Name;
                if ((entry.Attributes & FileAttributes.Directory) != 0)
                    Read(entry.FullName, name + "/", depth + 1, commit, names, ref left);
                else if (name.Length <= MaxNameLength && SmallTextFile.TryRead(entry.FullName)?.Trim() is { } text && Hex.Is(text, CommitLength) && text == commit)
                    names.Add(name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No name, then: the commit alone is the pin.
        }
    }
}
