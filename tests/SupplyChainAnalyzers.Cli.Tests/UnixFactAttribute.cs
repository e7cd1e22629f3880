namespace SupplyChainAnalyzers.Cli.Tests;

/// <summary>A test of something Windows has in another way (symbolic links without a privilege).</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "needs symbolic links";
    }
}
