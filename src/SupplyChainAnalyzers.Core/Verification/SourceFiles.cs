using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Sources;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>Opens source files for the readers of <see cref="SourceReaders"/>, which open nothing themselves.</summary>
public static class SourceFiles
{
    // What installers and compilers put there, and what a version control keeps.
    private static readonly HashSet<string> ForeignFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "venv", ".venv", "node_modules", "site-packages", "dist-packages", ".git", ".hg", ".svn", "bin", "obj", "__pycache__", ".tox", ".nox", ".conda",
    };

    /// <summary>Whether a path below a folder leads through one whose files nobody of the project wrote.</summary>
    /// <param name="path">Relative, with either separator.</param>
    public static bool IsForeign(string path)
    {
        var segments = path.Split('/', '\\');
        for (var i = 0; i < segments.Length - 1; i++)
        {
            if (ForeignFolders.Contains(segments[i]))
                return true;
        }

        return false;
    }

    /// <summary>
    /// What is wrong in many files, in their order; those that no reader takes are left out. Where packages come from is judged last,
    /// when it is known which are used.
    /// </summary>
    /// <param name="paths">Absolute.</param>
    /// <param name="context">What is known around them.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static IReadOnlyList<SourceFile> ReadAll(IReadOnlyList<string> paths, SourceContext context, CancellationToken cancellation)
    {
        var files = new SourceFile?[paths.Count];
        foreach (var isLast in new[] { false, true })
        {
            for (var i = 0; i < files.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (SourceReaders.Find(Path.GetFileName(paths[i]))?.Kind == SourceKind.NuGetConfig == isLast)
                    files[i] = Read(paths[i], context);
            }

            if (Array.Exists(files, static file => file?.UsesModelPackages == true))
                context = context.BesideModels();
        }

        return [.. files.OfType<SourceFile>()];
    }

    /// <summary>What is wrong in a file; null when no reader takes its name. Never throws.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="context">What is known around it.</param>
    public static SourceFile? Read(string path, SourceContext context)
    {
        if (SourceReaders.Find(Path.GetFileName(path)) is not { } reader)
            return null;

        try
        {
            var bytes = LimitedRead.File(path, SourceReader.MaxBytes);
            if (bytes.Length > SourceReader.MaxBytes)
                return Unread(path, reader);

            var reading = reader.Read(bytes, context);
            return new SourceFile(path, reader.Kind, Findings(reading, path, bytes), reading.UsesModelPackages, reading.IsIncomplete);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return Unread(path, reader);
        }
    }

    private static SourceFile Unread(string path, SourceReader reader) => new(path, reader.Kind, [], UsesModelPackages: false, IsIncomplete: true);

    private static IReadOnlyList<Finding> Findings(SourceReading reading, string path, byte[] bytes)
    {
        if (reading.Findings.Count == 0)
            return [];

        // An exemption is bound to the content.
        var sha256 = Sha256Hex.Of(bytes);
        return [.. reading.FindingsIn(path).Select(finding => finding with { Sha256 = sha256 })];
    }
}
