using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// Where digests are remembered: in the user's profile, never in a repository, which others write to. The folder is made
/// with rights for its owner alone, and <see cref="HashCache"/> refuses one that others own or can write.
/// </summary>
public static class CacheLocation
{
    private const string Name = "supply-chain-analyzers";

    /// <summary>
    /// Windows: LOCALAPPDATA · macOS: Library/Caches in HOME · others: XDG_CACHE_HOME, or .cache in HOME.
    /// Null when the variable isn't there or isn't an absolute path: then nothing is remembered.
    /// </summary>
    /// <param name="getVariable">Reads an environment variable; null when it isn't set.</param>
    public static string? Default(Func<string, string?> getVariable)
    {
        var parent =
            RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Absolute(getVariable("LOCALAPPDATA"))
            : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? Below(getVariable("HOME"), "Library", "Caches")
            : Absolute(getVariable("XDG_CACHE_HOME")) ?? Below(getVariable("HOME"), ".cache");
        return parent is null ? null : Path.Combine(parent, Name);
    }

    private static string? Below(string? home, params string[] folders) =>
        Absolute(home) is { } path ? Path.Combine([path, .. folders]) : null;

    private static string? Absolute(string? path)
    {
        if (path is null || path.Length == 0 || path.Contains('\0') || !Path.IsPathRooted(path))
            return null;

        // "\folder" and "C:folder" are rooted on Windows but still depend on where the process stands.
        var isDrive = path.Length >= 3 && path[1] == ':' && path[2] is '\\' or '/';
        var isShare = path.StartsWith(@"\\", StringComparison.Ordinal);
        return Path.DirectorySeparatorChar == '/' || isDrive || isShare ? path : null;
    }
}
