using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>From what the lock writes to where the bytes lie. The reader has refused every path that could leave the lock's folder.</summary>
internal static class DeclaredPath
{
    /// <summary>How this machine's file system compares names, as far as a rule of thumb can say.</summary>
    public static readonly StringComparer Comparer =
        Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Whether a name in other case opens the same file here, so that only a look at the folder tells.</summary>
    public static readonly bool IgnoresCase =
        Path.DirectorySeparatorChar == '\\' || RuntimeInformation.IsOSPlatform(OSPlatform.OSX);

    /// <summary>Absolute folder of a model.</summary>
    public static string Folder(string lockFolder, string modelPath) =>
        modelPath == "." ? lockFolder : Path.Combine(lockFolder, Native(modelPath));

    /// <summary>Absolute path of a file of a model.</summary>
    public static string Of(string lockFolder, string modelPath, string file) =>
        Path.Combine(Folder(lockFolder, modelPath), Native(file));

    /// <summary>Whether two absolute paths are one file, by their names alone.</summary>
    public static bool Same(string left, string right) => Comparer.Equals(left, right);

    /// <summary>A path below <paramref name="folder"/> as people write it, with '/'; any other as it is.</summary>
    public static string RelativeTo(string folder, string path)
    {
        var prefix = folder.Length > 0 && folder[folder.Length - 1] == Path.DirectorySeparatorChar ? folder : folder + Path.DirectorySeparatorChar;
        return path.Length > prefix.Length && Same(path.Substring(0, prefix.Length), prefix)
            ? path.Substring(prefix.Length).Replace(Path.DirectorySeparatorChar, '/')
            : path;
    }

    /// <summary>'/' becomes the separator of this machine.</summary>
    public static string Native(string path) =>
        Path.DirectorySeparatorChar == '/' ? path : path.Replace('/', Path.DirectorySeparatorChar);
}
