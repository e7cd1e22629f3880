using System.Diagnostics;

namespace SupplyChainAnalyzers.Core.Tests.Locking.GitIgnore;

/// <summary>A test that needs git; skipped, visibly, where it is not installed or the file system ignores case.</summary>
internal sealed class SkippableGitFactAttribute : FactAttribute
{
    public SkippableGitFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "random names need a file system that tells case and allows any character";
        else if (!HasGit())
            Skip = "git is not installed";
    }

    private static bool HasGit()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", "--version") { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
