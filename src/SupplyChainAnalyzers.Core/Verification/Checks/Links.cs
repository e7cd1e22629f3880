using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// SCA2110: a link, or a link on the way to the file, that leads out of the model's folder. One layout is allowed: in a
/// Hugging Face cache <c>models--OWNER--NAME/snapshots/COMMIT</c> links into <c>models--OWNER--NAME/blobs</c>. The target
/// is what is hashed.
/// </summary>
internal static class Links
{
    private const string Blobs = "blobs";
    private const string Snapshots = "snapshots";

    /// <summary>Whether <paramref name="file"/> may be opened; its <see cref="DeclaredFile.OpenPath"/> has no link in it then.</summary>
    public static bool Follow(VerificationRun run, DeclaredFile file)
    {
        var target = RealPath.Of(file.FullPath);
        if (target is null)
        {
            run.Report(file.Fault(Rules.FileMissing, file.Entry.Region, $"{file.Name} is a link to nowhere; restore the file, or {file.LockCommand}"));
            return false;
        }

        if (!IsAllowed(file.Folder.RealPath, target))
        {
            run.Report(file.Fault(Rules.LinkEscapes, file.Entry.Region, $"{file.Name} is a link to {Shown.Name(target)}, outside its folder; copy the file here and {file.LockCommand}"));
            return false;
        }

        file.OpenPath = target;
        return true;
    }

    /// <summary>Whether a file of the model in <paramref name="folder"/> may lie at <paramref name="target"/>; both without links.</summary>
    public static bool IsAllowed(string folder, string target) => IsBelow(folder, target) || IsBlob(folder, target);

    private static bool IsBelow(string folder, string path) =>
        path.Length > folder.Length + 1
        && (path[folder.Length] == Path.DirectorySeparatorChar || folder[folder.Length - 1] == Path.DirectorySeparatorChar)
        && DeclaredPath.Same(path.Substring(0, folder.Length), folder);

    private static bool IsBlob(string folder, string target)
    {
        // The model may be a folder inside the snapshot: look upward for …/models--X/snapshots/COMMIT.
        for (var at = folder; Path.GetDirectoryName(at) is { } parent; at = parent)
        {
            if (Path.GetFileName(parent) == Snapshots && Path.GetDirectoryName(parent) is { } repository)
                return IsRepository(Path.GetFileName(repository)) && DeclaredPath.Same(Path.GetDirectoryName(target) ?? "", Path.Combine(repository, Blobs));
        }

        return false;
    }

    private static bool IsRepository(string name) =>
        name.StartsWith("models--", StringComparison.Ordinal) || name.StartsWith("datasets--", StringComparison.Ordinal);
}
