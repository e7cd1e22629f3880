namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>One thing that is measured: its name on the command line, what it says, and how it is run.</summary>
internal sealed record Benchmark(string Name, string Summary, Action<Report> Run);
