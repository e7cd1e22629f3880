namespace SupplyChainAnalyzers.Architecture.Tests;

/// <summary>A list of what is wrong, shown in full: it is what someone has to mend.</summary>
internal static class Faults
{
    public static void None(IEnumerable<string> faults)
    {
        string[] all = [.. faults];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
