namespace SupplyChainAnalyzers.Scanner.Containers;

/// <summary>Where a member's name leads when it is unpacked, on any system.</summary>
internal static class MemberPath
{
    private const string Climbs = "climbs out of the folder";

    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>How the name leads out of the folder it is unpacked to, to go on after "which"; null when it stays within.</summary>
    public static string? Escape(string name) => Absolute(name) ?? (StaysWithin(name) ? null : Climbs);

    /// <summary>How a link leads out: its target counts from the folder of the member.</summary>
    public static string? EscapeOfLink(string name, string target)
    {
        var folder = name[..(name.LastIndexOfAny(Separators) + 1)];
        return Absolute(target) ?? (StaysWithin(folder + target) ? null : Climbs);
    }

    private static string? Absolute(string path)
    {
        if (path.Length > 0 && Separators.Contains(path[0]))
            return "starts at the root of the disk";

        return path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]) ? "names a drive" : null;
    }

    private static bool StaysWithin(string path)
    {
        var depth = 0;
        foreach (var part in path.Split(Separators))
        {
            depth += part switch { "" or "." => 0, ".." => -1, _ => 1 };
            if (depth < 0)
                return false;
        }

        return true;
    }
}
