using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>Who gets the package when one project references it.</summary>
[Collection(PackedOnce.Name)]
public class ReferenceTests(PackedPackage package)
{
    [Theory]
    [InlineData("", 2)]
    [InlineData("PrivateAssets=\"all\"", 1)]
    public void Targets_flow_to_dependents_unless_the_reference_is_private(string attributes, int projects)
    {
        var solution = new TestSolution(package);
        solution.Project("Library", reference: solution.Reference(attributes));
        solution.Project("App", reference: "", items: """<ProjectReference Include="../Library/Library.csproj" />""");
        solution.Write("models.lock", """{ "lockVersion": 1, "models": {} }""");

        var build = solution.Build("build", "App").Succeeds();

        Assert.Equal(1, build.Runs("VerifyModels"));
        Assert.Equal(projects, Directory.GetFiles(solution.Folder, "models.verified", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void Analyzers_run_from_the_package_and_the_code_fix_pins_the_revision()
    {
        var solution = new TestSolution(package);
        var revision = new string('a', 39) + "1";
        solution.Project("App");
        solution.Write("App/Download.cs", """
            using System.Net.Http;
            using System.Threading.Tasks;

            public static class Download
            {
                public static Task<byte[]> Get(HttpClient client) =>
                    client.GetByteArrayAsync("https://huggingface.co/acme/digits/resolve/main/model.gguf");
            }
            """);
        solution.Write("models/model.gguf", ModelBytes.Gguf());
        new TestLock(solution).Model("digits", "models", ("model.gguf", "gguf")).Write();
        var lockText = File.ReadAllText(solution.PathOf("models.lock"));
        solution.Write("models.lock", lockText.Replace(
            "\"path\": \"models\",",
            $$"""
            "path": "models",
                  "source": { "type": "huggingface", "repo": "acme/digits", "revision": "{{revision}}", "resolvedFrom": "main" },
            """));

        var build = solution.Build("build", "App").Succeeds();
        Assert.Equal("warning SCA1002 Download.cs", string.Join(' ', build.Findings.Select(static finding => $"{finding.Kind} {finding.Code} {Path.GetFileName(finding.File)}")));

        solution.Run("format", "analyzers", "App/App.csproj", "--diagnostics", "SCA1002", "--no-restore");
        Assert.Contains(revision, File.ReadAllText(solution.PathOf("App/Download.cs")), StringComparison.Ordinal);
        Assert.Empty(solution.Build("build", "App", "--no-restore").Succeeds().Findings);
    }
}
