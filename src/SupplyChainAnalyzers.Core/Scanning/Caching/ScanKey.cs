using System.Text;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Scanning.Caching;

/// <summary>
/// All that the scanner's answer depends on beside the scanner: the content, the file's name (which loaders go by) and the names beside
/// it (which imports find). Nothing else that lies beside a file is opened.
/// </summary>
internal sealed class ScanKey
{
    // A folder is listed once for all files in it.
    private readonly Dictionary<string, string?> _folders = new(StringComparer.Ordinal);

    /// <summary>The key; null for a file whose digest is not known, or whose folder can't be listed.</summary>
    public string? Of(ScanFile file)
    {
        if (file.Sha256 is null || Path.GetDirectoryName(file.Path) is not { } folder)
            return null;

        if (!_folders.TryGetValue(folder, out var names))
            _folders.Add(folder, names = Names(folder));

        return names is null ? null : file.Sha256 + Sha256Hex.Of(Encoding.UTF8.GetBytes(Path.GetFileName(file.Path) + "\0" + names));
    }

    private static string? Names(string folder)
    {
        try
        {
            var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Select(static entry => (entry.Attributes & FileAttributes.Directory) != 0 ? entry.Name + "/" : entry.Name)
                .OrderBy(static name => name, StringComparer.Ordinal);
            return string.Join("\0", entries);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return null;
        }
    }
}
