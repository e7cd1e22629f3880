namespace SupplyChainAnalyzers.Core.Locking.Discovery;

/// <summary>Paths as the lock writes them: '/' separated, relative to its folder, "." for the folder itself.</summary>
internal static class RelativePath
{
    /// <summary>The folder itself.</summary>
    public const string Self = ".";

    /// <summary>A path below <paramref name="folder"/>.</summary>
    public static string Join(string folder, string path) => folder == Self ? path : folder + "/" + path;

    /// <summary>The folder of <paramref name="path"/>.</summary>
    public static string Parent(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? Self : path.Substring(0, slash);
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        folder == Self || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary><paramref name="path"/>, which lies below <paramref name="folder"/>, as seen from there.</summary>
    public static string From(string folder, string path) => folder == Self ? path : path.Substring(folder.Length + 1);

    /// <summary>Where it lies on this machine.</summary>
    public static string FullPath(string lockFolder, string path) =>
        path == Self ? lockFolder : Path.Combine(lockFolder, path.Replace('/', Path.DirectorySeparatorChar));
}
