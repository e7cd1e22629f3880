using System.Diagnostics.CodeAnalysis;
using SupplyChainAnalyzers.Core.Text.Unicode;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// Which paths a lock may hold: those that name the same file, inside the lock's folder, on every system. A path that
/// is safe here never leaves the folder it is joined to, unless a link on the disk does; the verifier looks for those.
/// </summary>
public static class PathRules
{
    /// <summary>UTF-8 bytes of a whole path: the shortest PATH_MAX there is (macOS).</summary>
    public const int MaxLength = 1024;

    /// <summary>UTF-8 bytes between two separators: NAME_MAX on Linux and macOS; NTFS takes 255 UTF-16 units.</summary>
    public const int MaxSegmentLength = 255;

    /// <summary>The model folder that is the lock's own folder.</summary>
    public const string SameFolder = ".";

    /// <summary>Whether <paramref name="path"/> may name a file; if not, why (to follow "the path …").</summary>
    public static bool IsSafe(string path, [NotNullWhen(false)] out string? reason)
    {
        reason = PathFault.Of(path);
        return reason is null;
    }

    /// <summary>As <see cref="IsSafe"/>, for a model's folder: "." alone is accepted.</summary>
    public static bool IsSafeFolder(string path, [NotNullWhen(false)] out string? reason)
    {
        reason = string.Equals(path, SameFolder, StringComparison.Ordinal) ? null : PathFault.Of(path);
        return reason is null;
    }

    /// <summary>
    /// What two paths have in common when a file system that ignores case, or how accents are encoded, takes them for
    /// one. Not a path: only good for ordinal comparison.
    /// </summary>
    public static string FoldKey(string path) => Normalization.FoldKey(path);

    /// <summary><paramref name="file"/> of a model, relative to the lock's folder, '/' separated.</summary>
    public static string Join(string modelPath, string file)
        => string.Equals(modelPath, SameFolder, StringComparison.Ordinal) ? file : modelPath + "/" + file;

    /// <summary>The full path of a model's file, with the system's separators.</summary>
    /// <param name="lockFolder">Absolute folder of the lock.</param>
    /// <param name="modelPath">The model's folder, as the lock writes it.</param>
    /// <param name="file">The file's path in it, as the lock writes it.</param>
    /// <exception cref="ArgumentException">A path that is not safe: the caller has not read it from a lock.</exception>
    public static string Resolve(string lockFolder, string modelPath, string file)
    {
        if (!IsSafeFolder(modelPath, out var reason))
            throw new ArgumentException(reason, nameof(modelPath));
        if (!IsSafe(file, out reason))
            throw new ArgumentException(reason, nameof(file));

        return Path.Combine(lockFolder, Join(modelPath, file).Replace('/', Path.DirectorySeparatorChar));
    }
}
