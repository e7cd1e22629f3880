using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Verification.Disk;

/// <summary>Looks for a folder whose path differs from the declared one in case.</summary>
internal static class FolderCase
{
    /// <summary>The path on the disk, '/' separated; null when there is none, or when it is the declared one.</summary>
    public static string? Find(string lockFolder, string path)
    {
        var at = lockFolder;
        var found = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (Child(at, segment) is not { } child)
                return null;

            found.Add(child);
            at = Path.Combine(at, child);
        }

        var other = string.Join("/", found);
        return string.Equals(other, path, StringComparison.Ordinal) ? null : other;
    }

    private static string? Child(string folder, string name)
    {
        var key = PathRules.FoldKey(name);
        string? other = null;
        try
        {
            foreach (var path in Directory.EnumerateDirectories(folder))
            {
                var child = Path.GetFileName(path);
                if (string.Equals(child, name, StringComparison.Ordinal))
                    return child;

                if (PathRules.FoldKey(child) == key)
                    other = child;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return other;
    }
}
