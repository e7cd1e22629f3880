namespace SupplyChainAnalyzers.Build.Targets;

/// <summary>Runs the benchmarks, optimised, in a process of their own.</summary>
internal static class BenchTarget
{
    private static readonly string Project = Path.Combine(Repository.Root, "tests", "SupplyChainAnalyzers.Benchmarks");

    public static void Run(string[] arguments) =>
        Command.Run("dotnet", ["run", "--project", Project, "--configuration", "Release", "--", .. arguments]);
}
