namespace SupplyChainAnalyzers.Core.Policy.Reading;

/// <summary>
/// Paths that a policy writes: from the folder of the file they stand in, with '/' on every system. By text alone, because the
/// current directory of a compiler or MSBuild process means nothing.
/// </summary>
internal static class PolicyPaths
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>
    /// The absolute path; null when <paramref name="relative"/> is not acceptable, and then <paramref name="reason"/> says why, to follow
    /// "which". <c>..</c> is allowed: an organisation's policy lies above the repositories.
    /// </summary>
    public static string? Resolve(string file, string relative, out string reason)
    {
        reason = Refuse(relative);
        if (reason.Length > 0) return null;

        string folder = FolderOf(file);
        char separator = file.Contains('/') ? '/' : '\\';
        foreach (string segment in relative.Split('/'))
        {
            if (segment != "..")
            {
                folder += separator + segment;
                continue;
            }

            int end = folder.LastIndexOfAny(Separators);
            if (end < 0)
            {
                reason = "climbs above the root";
                return null;
            }

            folder = folder.Substring(0, end);
        }

        return folder;
    }

    /// <summary>The way from the folder of <paramref name="file"/> to <paramref name="target"/>; the other direction of <see cref="Resolve"/>.</summary>
    public static string Relative(string file, string target)
    {
        string[] from = FolderOf(file).Split(Separators);
        string[] to = target.Split(Separators);
        int common = 0;
        while (common < from.Length && common < to.Length - 1 && from[common] == to[common]) common++;
        return string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    /// <summary>The folder without a separator at its end; the root of a Unix file system is "".</summary>
    private static string FolderOf(string file)
    {
        int end = file.LastIndexOfAny(Separators);
        return end < 0 ? "" : file.Substring(0, end);
    }

    private static string Refuse(string path)
    {
        if (path[0] is '/' or '\\') return "is absolute";
        if (path.Contains('\\')) return "has a backslash";
        if (path.Contains(':')) return "has a colon (a drive or an address)";
        foreach (string segment in path.Split('/'))
        {
            if (segment is "" or ".") return "has an empty or '.' segment";
        }

        return path.EndsWith("/..", StringComparison.Ordinal) || path == ".." ? "is a folder" : "";
    }
}
