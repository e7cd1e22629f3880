namespace SupplyChainAnalyzers.Build.Targets;

/// <summary>Compiles the whole solution as it is released.</summary>
internal static class BuildTarget
{
    public static void Run(string[] arguments) =>
        Command.Run("dotnet", ["build", Repository.Solution, "--configuration", "Release", "-nologo", .. arguments]);
}
