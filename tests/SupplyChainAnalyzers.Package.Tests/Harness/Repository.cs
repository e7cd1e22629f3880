using System.Reflection;

namespace SupplyChainAnalyzers.Package.Tests.Harness;

/// <summary>Where the repository under test lies.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release: what the tests were built as is what the package was built as.</summary>
    public static string Configuration { get; } =
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SupplyChainAnalyzers.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("no SupplyChainAnalyzers.sln above the tests");

        return folder;
    }
}
