namespace SupplyChainAnalyzers.Build.Targets;

/// <summary>Writes SupplyChainAnalyzers and SupplyChainAnalyzers.Tool to artifacts/packages.</summary>
internal static class PackTarget
{
    public static readonly string[] Projects = ["SupplyChainAnalyzers", "SupplyChainAnalyzers.Cli"];

    public static void Run(string[] arguments) => To(Repository.Packages, arguments);

    public static void To(string folder, params string[] arguments)
    {
        foreach (var project in Projects)
            Command.Run("dotnet", ["pack", Repository.Project(project), "--configuration", "Release", "--output", folder, "-nologo", "-v:q", "-clp:NoSummary", .. arguments]);
    }
}
