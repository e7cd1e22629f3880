namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>From what the lock writes to where the bytes lie. The reader has refused every path that could leave the lock's folder.</summary>
internal static class DeclaredPath
{
    /// <summary>How this machine's file system compares names, as far as a rule of thumb can say.</summary>
    public static readonly StringComparer Comparer =
        Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Absolute folder of a model.</summary>
    public static string Folder(string lockFolder, string modelPath) =>
        modelPath == "." ? lockFolder : Path.Combine(lockFolder, Native(modelPath));

    /// <summary>Absolute path of a file of a model.</summary>
    public static string Of(string lockFolder, string modelPath, string file) =>
        Path.Combine(Folder(lockFolder, modelPath), Native(file));

    /// <summary>Whether two absolute paths are one file, by their names alone.</summary>
    public static bool Same(string left, string right) => Comparer.Equals(left, right);

    /// <summary>'/' becomes the separator of this machine.</summary>
    public static string Native(string path) =>
        Path.DirectorySeparatorChar == '/' ? path : path.Replace('/', Path.DirectorySeparatorChar);
}
