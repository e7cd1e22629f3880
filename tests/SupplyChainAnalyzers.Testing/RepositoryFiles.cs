namespace SupplyChainAnalyzers.Testing;

/// <summary>Finds the repository around the running tests: source paths are mapped, so they can't tell.</summary>
public static class RepositoryFiles
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Absolute path of a file of the repository; <paramref name="path"/> is separated by '/'.</summary>
    public static string PathOf(string path) => Path.Combine([Root, .. path.Split('/')]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SupplyChainAnalyzers.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"no SupplyChainAnalyzers.sln above {AppContext.BaseDirectory}");
    }
}
