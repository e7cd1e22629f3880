namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Published test suites for signatures. They are not part of this repository; without them the tests that use them skip.</summary>
internal static class SharedVectors
{
    /// <summary>Their folder; null when it is not there.</summary>
    public static string? Root { get; } = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Root!, relative);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SupplyChainAnalyzers.sln")))
            {
                var shared = System.IO.Path.Combine(folder.FullName, "..", "shared", "conformance", "signing");
                return Directory.Exists(shared) ? shared : null;
            }
        }

        return null;
    }
}
