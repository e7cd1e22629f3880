using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>samples/EveryRule with the package, as its reader builds it: every example is reported in its file.</summary>
[Collection(PackedOnce.Name)]
public class EveryRuleTests(PackedPackage package)
{
    // Examples that are data, in a folder each, and are read where the build looks for such files.
    private static readonly string[] Scripts = ["SCA1023", "SCA1024", "SCA1060"];

    [Fact]
    public void Every_example_is_reported_in_its_file()
    {
        var solution = new TestSolution(package);
        var sample = Path.Combine(Repository.Root, "samples", "EveryRule");
        foreach (var path in Directory.GetFiles(sample, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, path);
            if (!relative.Split('/', '\\').Any(static part => part is "bin" or "obj"))
                solution.Write(Path.Combine("EveryRule", relative), File.ReadAllBytes(path));
        }

        // What most rules say in the default mode is a message, which the compiler keeps to itself; two are hints in every mode.
        solution.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SCA1052.severity = warning\ndotnet_diagnostic.SCA1054.severity = warning\n");
        var build = solution.Build("build", "EveryRule", "-p:SupplyChainAnalyzersVersion=" + package.Version, "-p:SupplyChainAnalysisMode=strict");

        var found = build.Findings.Select(static finding => (finding.Code, Path.GetFileNameWithoutExtension(finding.File), Path.GetFileName(Path.GetDirectoryName(finding.File)))).ToHashSet();
        var examples = Directory.GetFiles(sample, "SCA1*.cs").Select(static path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal([], examples.Where(id => !found.Contains((id, id, "EveryRule"))));
        Assert.Equal([], Scripts.Where(id => !found.Any(item => item.Code == id && item.Item3 == id)));
        Assert.All(build.Findings.Where(static finding => Path.GetExtension(finding.File) == ".cs"), static finding => Assert.True(finding.Line > LineOfClass(finding.File), finding.Brief));
    }

    private static int LineOfClass(string path) => 1 + Array.FindIndex(File.ReadAllLines(path), static line => line.Contains("class SCA", StringComparison.Ordinal));
}
