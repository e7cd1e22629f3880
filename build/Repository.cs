namespace SupplyChainAnalyzers.Build;

/// <summary>Where things lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Artifacts { get; } = Path.Combine(Root, "artifacts");

    public static string Packages { get; } = Path.Combine(Artifacts, "packages");

    public static string Solution { get; } = Path.Combine(Root, "SupplyChainAnalyzers.sln");

    public static string Project(string name) => Path.Combine(Root, "src", name, name + ".csproj");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SupplyChainAnalyzers.sln")))
                return folder.FullName;
        }

        throw new StepFailedException("SupplyChainAnalyzers.sln is not above this program; run it with `dotnet run --project build`");
    }
}
