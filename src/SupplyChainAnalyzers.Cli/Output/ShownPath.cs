using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>Paths as people want them: short, and safe to show.</summary>
internal static class ShownPath
{
    /// <summary>A path that is cut can't be clicked; a longer one can't be read.</summary>
    public const int MaxLength = 1024;

    /// <summary>Relative to <paramref name="folder"/> when it lies there, else absolute.</summary>
    public static string Of(string path, string folder) => Printable.Of(Relative(path, folder), MaxLength);

    /// <summary>The same, raw and '/' separated: for programs.</summary>
    public static string Relative(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : relative.Replace(Path.DirectorySeparatorChar, '/');
    }
}
