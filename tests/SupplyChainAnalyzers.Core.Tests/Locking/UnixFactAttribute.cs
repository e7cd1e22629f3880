namespace SupplyChainAnalyzers.Core.Tests.Locking;

/// <summary>A test of something only Unix has.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no such files";
    }
}
