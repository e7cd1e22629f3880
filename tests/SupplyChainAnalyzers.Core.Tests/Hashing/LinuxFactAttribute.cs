namespace SupplyChainAnalyzers.Core.Tests.Hashing;

/// <summary>Skipped, and shown as skipped, where there are no pipes, modes and change times as on Linux.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "needs Linux";
    }
}
