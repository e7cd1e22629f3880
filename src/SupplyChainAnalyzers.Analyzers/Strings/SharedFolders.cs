namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>Whether a path lies where other users or programs put files: what is loaded from there is what somebody left there.</summary>
internal static class SharedFolders
{
    private static readonly string[] Roots =
    [
        "/tmp/", "/var/tmp/", "/dev/shm/", "C:/Temp/", "C:/Tmp/", "C:/Windows/Temp/", "C:/Users/Public/", "%TEMP%/", "%TMP%/", "//",
    ];

    // Below a home folder, whatever that is called.
    private static readonly string[] HomeFolders = ["Downloads", "Desktop"];
    private static readonly string[] Homes = ["/home/", "/Users/", "C:/Users/", "~/", "/root/"];

    public static bool Hold(StringValue path)
    {
        var text = path.Text.Replace('\\', '/');
        if (text.IndexOf("://", StringComparison.Ordinal) >= 0)
            return false;

        return (path.Pieces.Count > 1 && path.Pieces[0].IsSharedFolder)
            || Array.Exists(Roots, root => text.StartsWith(root, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(HomeFolders, folder => IsInHome(text, folder));
    }

    private static bool IsInHome(string path, string folder)
    {
        var at = path.IndexOf("/" + folder + "/", StringComparison.OrdinalIgnoreCase);
        return at > 0 && Array.Exists(Homes, home => path.StartsWith(home, StringComparison.OrdinalIgnoreCase) && at >= home.Length - 1);
    }
}
