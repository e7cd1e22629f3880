using System.Text;

namespace SupplyChainAnalyzers.Architecture.Tests;

/// <summary>Where packages come from is the machine's decision: no tracked file names a registry.</summary>
public class PackageHostTests
{
    // Split, so that this file does not name them either.
    private static readonly string[] Hosts =
    [
        "nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "yarnpkg" + ".com", "pypi" + ".org", "pythonhosted" + ".org",
        "crates" + ".io", "proxy.golang" + ".org", "myget" + ".org", "pkgs.dev.azure" + ".com", "nuget.pkg.github" + ".com",
        "npm.pkg.github" + ".com", "jfrog" + ".io", "repo.maven" + ".apache.org",
    ];

    [Fact]
    public void No_file_names_a_package_registry() => Faults.None(
        from path in RepositoryFiles.All
        let text = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, path)))
        from host in Hosts
        where text.Contains(host, StringComparison.OrdinalIgnoreCase)
        select $"{path}: {host}");
}
