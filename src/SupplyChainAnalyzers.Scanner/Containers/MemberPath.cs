namespace SupplyChainAnalyzers.Scanner.Containers;

/// <summary>Where a member's name leads when it is unpacked, on any system.</summary>
internal static class MemberPath
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>How the name leads out of the folder it is unpacked to, to go on after "which"; null when it stays within.</summary>
    public static string? Escape(string name)
    {
        if (name.Length > 0 && Separators.Contains(name[0]))
            return "starts at the root of the disk";
        if (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]))
            return "names a drive";

        return StaysWithin(name) ? null : "climbs out of the folder";
    }

    /// <summary>How a link leads out: its target counts from the folder of the member.</summary>
    public static string? EscapeOfLink(string name, string target)
    {
        if (Escape(target) is { } absolute && absolute[0] != 'c')
            return absolute;

        var folder = name[..(name.LastIndexOfAny(Separators) + 1)];
        return StaysWithin(folder + target) ? null : "climbs out of the folder";
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
