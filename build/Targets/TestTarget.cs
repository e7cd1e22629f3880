namespace SupplyChainAnalyzers.Build.Targets;

/// <summary>Runs every test of the solution.</summary>
internal static class TestTarget
{
    public static void Run(string[] arguments) =>
        Command.Run("dotnet", ["test", Repository.Solution, "-nologo", .. arguments]);
}
