using System.Diagnostics.CodeAnalysis;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>Which lock belongs to a project: the nearest one upward, within the repository.</summary>
public static class LockLocator
{
    // A folder in a clone, a file in a worktree or submodule.
    private const string RepositoryMark = ".git";

    // What FileInfo says of a path where there is nothing.
    private const FileAttributes Absent = (FileAttributes)(-1);

    /// <summary>
    /// Looks in <paramref name="startFolder"/> and in each folder above it, up to the first that is the root of a
    /// repository, or to the root of the file system where there is none.
    /// </summary>
    /// <param name="startFolder">An absolute path; it need not exist.</param>
    /// <param name="lockPath">Absolute path of the lock; null when there is none.</param>
    /// <returns>Whether there is one.</returns>
    public static bool FindNearest(string startFolder, [NotNullWhen(true)] out string? lockPath) => FindNearest(startFolder, out lockPath, out _);

    /// <summary>As <see cref="FindNearest(string, out string?)"/>; also gives the repository's root, null where the search met none.</summary>
    public static bool FindNearest(string startFolder, [NotNullWhen(true)] out string? lockPath, out string? repositoryRoot)
    {
        (lockPath, repositoryRoot) = (null, null);
        for (var folder = startFolder; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, ModelsLock.FileName);
            if (lockPath is null && IsThere(candidate))
                lockPath = candidate;

            var mark = Path.Combine(folder, RepositoryMark);
            if (Directory.Exists(mark) || File.Exists(mark))
            {
                repositoryRoot = folder;
                break;
            }
        }

        return lockPath is not null;
    }

    // A link counts, wherever it leads: to pass it over would read another lock than the one someone sees here.
    private static bool IsThere(string path)
    {
        FileAttributes attributes;
        try
        {
            attributes = new FileInfo(path).Attributes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // a folder above that we may not look into
        }

        return attributes != Absent && ((attributes & FileAttributes.ReparsePoint) != 0 || (attributes & FileAttributes.Directory) == 0);
    }
}
