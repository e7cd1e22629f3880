using System.Diagnostics;

namespace SupplyChainAnalyzers.Architecture.Tests;

/// <summary>The files of this repository: tracked by git, or new and not ignored.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root, '/' separated, ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. List().Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Sources { get; } = [.. All.Where(static path => path.StartsWith("src/") && path.EndsWith(".cs"))];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SupplyChainAnalyzers.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("SupplyChainAnalyzers.sln is in no folder above " + AppContext.BaseDirectory);
    }

    private static IEnumerable<string> List()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);

        // A file that was deleted and not yet committed is still listed.
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(static path => File.Exists(Path.Combine(Root, path)));
    }
}
