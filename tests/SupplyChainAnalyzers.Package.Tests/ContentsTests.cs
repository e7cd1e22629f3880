using System.IO.Compression;
using System.Xml.Linq;
using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>What is in the package.</summary>
[Collection(PackedOnce.Name)]
public class ContentsTests(PackedPackage package)
{
    [Fact]
    public void Each_analyzer_folder_is_complete_because_the_compiler_takes_only_one()
    {
        var files = Entries();
        string[] analyzers = ["SupplyChainAnalyzers.Analyzers.dll", "SupplyChainAnalyzers.Core.dll", "SupplyChainAnalyzers.Generator.dll"];

        Assert.Equal(analyzers, In(files, "analyzers/dotnet/roslyn4.8/cs/"));
        Assert.Equal([analyzers[0], "SupplyChainAnalyzers.CodeFixes.dll", .. analyzers[1..]], In(files, "analyzers/dotnet/roslyn4.14/cs/"));
    }

    [Fact]
    public void Build_assets_reach_direct_and_transitive_references()
    {
        var files = Entries();

        Assert.Contains("SupplyChainAnalyzers.props", In(files, "build/"));
        Assert.Contains("SupplyChainAnalyzers.targets", In(files, "build/"));
        Assert.Contains("SupplyChain.Verify.proj", In(files, "build/"));
        Assert.Equal(["SupplyChainAnalyzers.props", "SupplyChainAnalyzers.targets"], In(files, "buildTransitive/"));
    }

    [Fact]
    public void Tasks_bring_nothing_but_themselves() =>
        Assert.Equal(["SupplyChainAnalyzers.Core.dll", "SupplyChainAnalyzers.Tasks.dll"], In(Entries(), "tasks/netstandard2.0/"));

    [Fact]
    public void Scanner_can_be_started_from_its_folder()
    {
        var files = In(Entries(), "tools/net10.0/any/");

        Assert.Superset(
            new HashSet<string> { "SupplyChainAnalyzers.Scanner.dll", "SupplyChainAnalyzers.Scanner.deps.json", "SupplyChainAnalyzers.Scanner.runtimeconfig.json", "SupplyChainAnalyzers.Core.dll" },
            files.ToHashSet());
        Assert.DoesNotContain(files, static file => file.EndsWith(".xml", StringComparison.Ordinal) || file.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Fact]
    public void Onnx_runtime_is_there_for_four_systems_with_its_license()
    {
        var files = In(Entries(), "tools/net10.0/any/");

        Assert.Equal(
            ["runtimes/linux-x64/native/libonnxruntime.so", "runtimes/osx-arm64/native/libonnxruntime.dylib", "runtimes/win-arm64/native/onnxruntime.dll", "runtimes/win-x64/native/onnxruntime.dll"],
            files.Where(static file => file.StartsWith("runtimes/", StringComparison.Ordinal)));
        Assert.Equal(["LICENSE", "ThirdPartyNotices.txt"], In(files, "licenses/onnxruntime/"));
        Assert.Contains("Microsoft.ML.OnnxRuntime.dll", files);
    }

    [Fact]
    public void License_readme_and_changelog_are_there() =>
        Assert.Superset(new HashSet<string> { "LICENSE", "README.md", "CHANGELOG.md" }, Entries().ToHashSet());

    [Fact]
    public void Schemas_of_lock_and_policy_are_there() =>
        Assert.Equal(["models.lock.v1.json", "models.policy.v1.json"], In(Entries(), "schemas/"));

    [Fact]
    public void Package_is_a_development_dependency_without_dependencies()
    {
        using var zip = ZipFile.OpenRead(package.File);
        using var stream = zip.GetEntry("SupplyChainAnalyzers.nuspec")!.Open();
        var nuspec = XDocument.Load(stream);

        Assert.Equal("true", nuspec.Descendants().Single(static element => element.Name.LocalName == "developmentDependency").Value);
        Assert.DoesNotContain(nuspec.Descendants(), static element => element.Name.LocalName is "dependency" or "dependencies");
    }

    [Fact]
    public void Packing_twice_gives_the_same_bytes()
    {
        var again = package.Pack(Path.Combine(package.Folder, "again"));

        Assert.Equal(File.ReadAllBytes(package.File), File.ReadAllBytes(again));
    }

    private string[] Entries()
    {
        using var zip = ZipFile.OpenRead(package.File);
        return [.. zip.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    private static string[] In(string[] entries, string folder) =>
        [.. entries.Where(entry => entry.StartsWith(folder, StringComparison.Ordinal)).Select(entry => entry[folder.Length..])];
}
