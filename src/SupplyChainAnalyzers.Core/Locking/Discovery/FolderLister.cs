using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking.Assembly;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Locking.Discovery;

/// <summary>Lists folders for one walk: in ordinal order, within limits, and what cannot be listed is a finding.</summary>
internal sealed class FolderLister(LockFindings findings, CancellationToken cancellation)
{
    /// <summary>Files and folders; a repository with more has something in it that .gitignore should name.</summary>
    public const int MaxEntries = 2_000_000;

    /// <summary>Folders within folders; deeper than any tool makes them, shallower than our stack.</summary>
    public const int MaxDepth = 100;

    private int _left = MaxEntries;

    /// <summary>What lies in <paramref name="folder"/>; nothing when it cannot be listed.</summary>
    public IReadOnlyList<FileSystemInfo> List(string folder, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > MaxDepth)
            return Fail(folder, $"its folders lie more than {MaxDepth} deep");

        try
        {
            var entries = new List<FileSystemInfo>();
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (_left-- <= 0)
                    return Fail(folder, $"there are more than {MaxEntries} files");

                entries.Add(entry);
            }

            entries.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return entries;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return Fail(folder, e.Message);
        }
    }

    /// <summary>Whether <paramref name="entry"/> is a symbolic link, a junction or the like.</summary>
    public static bool IsLink(FileSystemInfo entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    /// <summary>Whether <paramref name="entry"/> is a folder (or a link to one).</summary>
    public static bool IsFolder(FileSystemInfo entry) => (entry.Attributes & FileAttributes.Directory) != 0;

    private FileSystemInfo[] Fail(string folder, string reason)
    {
        findings.Add(new Finding(
            Rules.Unreadable,
            $"{Printable.Of(folder)} cannot be searched for models: {Printable.Of(reason)}; name it in .gitignore to leave it out")
        { Subject = folder });
        return [];
    }
}
