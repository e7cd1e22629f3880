namespace SupplyChainAnalyzers.Cli.Tests;

/// <summary>A test of something only Linux shows (signals, and /proc to see how far a process is).</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "needs signals and /proc";
    }
}
