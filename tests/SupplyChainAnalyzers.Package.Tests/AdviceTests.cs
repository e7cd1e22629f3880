using SupplyChainAnalyzers.Package.Tests.Harness;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>What a build says to a solution without a lock.</summary>
[Collection(PackedOnce.Name)]
public class AdviceTests(PackedPackage package)
{
    // As if it were referenced: the package itself is not needed.
    private const string UsesModels = """<Target Name="Use" BeforeTargets="SupplyChainAdvise"><ItemGroup><PackageReference Include="TorchSharp-cpu" /></ItemGroup></Target>""";

    [Fact]
    public void Missing_lock_is_one_message_and_only_where_models_are_loaded()
    {
        var solution = new TestSolution(package);
        solution.Project("First", targets: UsesModels);
        solution.Project("Second", targets: UsesModels);
        solution.Project("Third");
        solution.Solution();

        var build = solution.Build("build", "All.sln").Succeeds();

        Assert.Equal("message SCA2000 models.lock(0,0,0,0)", Assert.Single(build.Findings).Brief);
        Assert.Empty(build.Warnings);
    }

    [Fact]
    public void Download_of_a_model_that_nothing_pins_is_a_warning_at_its_url()
    {
        var solution = new TestSolution(package);
        const string Download = """<Target Name="Get"><DownloadFile SourceUrl="https://huggingface.co/acme/digits/resolve/main/model.onnx" DestinationFolder="models" /></Target>""";
        solution.Project("First");
        solution.Project("Second");
        solution.Write("Directory.Build.targets", $"<Project>\n  {Download}\n</Project>\n");
        solution.Solution();

        var warning = Assert.Single(solution.Build("build", "All.sln").Succeeds().Warnings);

        Assert.Equal("SCA1062", warning.Code);
        Assert.Equal(solution.PathOf("Directory.Build.targets"), warning.File);
        Assert.Equal(2, warning.Line);
    }

    [Fact]
    public void Scripts_of_projects_and_repository_are_looked_into_once()
    {
        var solution = new TestSolution(package);
        solution.Project("First");
        solution.Project("Second");
        solution.Write("Dockerfile", "FROM a\nRUN python -c 'import torch; torch.load(1)'\n");
        solution.Write("First/scripts/train.py", "import torch\ntorch.load('a.pt')\n");
        solution.Write("First/.venv/lib/foreign.py", "import torch\ntorch.load('a.pt')\n");
        solution.Solution();

        var warnings = solution.Build("build", "All.sln").Succeeds().Warnings;

        Assert.Equal(
            [("SCA1024", solution.PathOf("Dockerfile"), 2), ("SCA1024", solution.PathOf("First/scripts/train.py"), 2)],
            warnings.Select(static warning => (warning.Code, warning.File, warning.Line)).OrderBy(static warning => warning.File, StringComparer.Ordinal));
        Assert.Empty(solution.Build("build", "All.sln", "-p:SupplyChainSources=false").Succeeds().Warnings);
    }

    [Fact]
    public void Hostile_name_of_a_shipped_file_has_no_power_in_the_output()
    {
        var solution = new TestSolution(package);
        solution.Project("App", items: """<Content Include="models/**" />""");
        solution.Write("App/models/" + HostileNames.All, ModelBytes.Gguf());

        var build = solution.Build("build", "App", "-v:normal").Succeeds();

        var warning = Assert.Single(build.Warnings);
        Assert.Equal("SCA2120", warning.Code);
        HostileNames.AssertInert(warning.Message);
        Assert.All(build.Output.Split('\n').Where(static line => line.Contains("SCA2120", StringComparison.Ordinal)), static line => HostileNames.AssertInert(line.TrimEnd('\r')));
    }
}
