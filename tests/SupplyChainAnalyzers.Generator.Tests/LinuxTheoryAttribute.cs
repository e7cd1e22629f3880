namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>A test of what Linux allows and Windows does not: to replace, link or overwrite a file that is open.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "needs files that can be swapped while they are open";
    }
}
