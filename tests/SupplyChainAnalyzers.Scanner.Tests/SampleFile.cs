namespace SupplyChainAnalyzers.Scanner.Tests;

/// <summary>Real files that other tools wrote; each family's make.py makes them anew.</summary>
internal static class SampleFile
{
    public static byte[] Read(string family, string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", family, name));
}
