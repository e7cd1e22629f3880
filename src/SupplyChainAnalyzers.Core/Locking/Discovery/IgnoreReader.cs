using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Locking.GitIgnore;

namespace SupplyChainAnalyzers.Core.Locking.Discovery;

/// <summary>
/// Finds the .gitignore files that count. Only those inside the repository: what one user excludes for himself
/// (.git/info/exclude, core.excludesFile) must not change a file that all share.
/// </summary>
internal static class IgnoreReader
{
    // git's own default for core.ignoreCase.
    private static readonly bool IgnoreCase = !RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    /// <summary>The folder upward from <paramref name="folder"/> that holds <c>.git</c>; the folder itself when none does.</summary>
    public static string RepositoryRoot(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var git = Path.Combine(at, ".git");
            if (Directory.Exists(git) || File.Exists(git))
                return at;
        }

        return folder;
    }

    /// <summary>The scope of the folders above <paramref name="path"/>, which is relative to <paramref name="root"/>, '/' separated.</summary>
    public static IgnoreScope? Above(string root, string path)
    {
        IgnoreScope? scope = null;
        for (var end = 0; path.Length > 0 && end >= 0; end = path.IndexOf('/', end + 1))
        {
            var folder = path.Substring(0, end);
            scope = Enter(scope, Path.Combine(root, folder), folder);
        }

        return scope;
    }

    /// <summary>Adds the file of a folder, when there is one that can be read.</summary>
    public static IgnoreScope? Enter(IgnoreScope? outer, string fullPath, string path)
    {
        var info = new FileInfo(Path.Combine(fullPath, IgnoreFile.FileName));

        // A link is not followed, as git does not.
        if (!info.Exists || (info.Attributes & FileAttributes.ReparsePoint) != 0 || info.Length is 0 or > IgnoreFile.MaxSize)
            return outer;

        return IgnoreScope.Add(outer, path, IgnoreFile.Parse(File.ReadAllBytes(info.FullName), IgnoreCase));
    }
}
