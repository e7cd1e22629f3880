using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>Levels of the rules of source code, in a real build; and languages without analyzers.</summary>
[Collection(PackedOnce.Name)]
public class AnalysisModeTests(PackedPackage package)
{
    private const string Download = """
        public static class Download
        {
            public static System.Threading.Tasks.Task<byte[]> Get(System.Net.Http.HttpClient client) =>
                client.GetByteArrayAsync("https://huggingface.co/acme/digits/resolve/main/model.gguf");
        }
        """;

    [Fact]
    public void One_property_chooses_a_ready_made_configuration()
    {
        var solution = Solution();

        Assert.Empty(Build("audit").Succeeds().Findings);
        Assert.Equal("SCA1002", Assert.Single(Build("default").Succeeds().Warnings).Code);
        Assert.Equal("SCA1002", Assert.Single(Build("strict").Fails().Errors).Code);
        Assert.Equal("SCA0004", Assert.Single(Build("strickt").Fails().Errors).Code);

        solution.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SCA1002.severity = none\n");
        Assert.Empty(Build("strict").Succeeds().Findings);

        BuildResult Build(string mode) => solution.Build("build", "App", "--no-incremental", "-p:SupplyChainAnalysisMode=" + mode);
    }

    [Fact]
    public void Mode_of_the_policy_reaches_the_analyzers()
    {
        var solution = Solution();
        solution.Write("models.lock", """{ "lockVersion": 1, "models": {} }""");
        solution.Write("models.policy.json", """{ "policyVersion": 1, "mode": "strict" }""");

        Assert.Equal(["SCA1002"], solution.Build("build", "App").Fails().Errors.Select(static error => error.Code));
    }

    [Theory]
    [InlineData("vbproj", "Class.vb", "Public Class C\nEnd Class\n")]
    [InlineData("fsproj", "Class.fs", "module M\nlet x = 1\n")]
    public void Other_languages_build_with_every_feature_on(string extension, string file, string code)
    {
        var solution = new TestSolution(package);
        solution.Write($"App/App.{extension}", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <SupplyChainGenerate>true</SupplyChainGenerate>
                <SupplyChainAnalysisMode>strict</SupplyChainAnalysisMode>
              </PropertyGroup>
              <ItemGroup>
                {solution.Reference("PrivateAssets=\"all\"")}
                {(extension == "fsproj" ? $"<Compile Include=\"{file}\" />" : "")}
                <Content Include="model.gguf" CopyToOutputDirectory="Always" />
              </ItemGroup>
            </Project>
            """);
        solution.Write("App/" + file, code);
        solution.Write("App/model.gguf", ModelBytes.Gguf());
        new TestLock(solution, "App/models.lock").Model("m", ".", ("model.gguf", "gguf")).Write();

        Assert.Empty(solution.Build("build", "App").Succeeds().Findings);
    }

    private TestSolution Solution()
    {
        var solution = new TestSolution(package);
        solution.Project("App");
        solution.Write("App/Download.cs", Download);
        return solution;
    }
}
