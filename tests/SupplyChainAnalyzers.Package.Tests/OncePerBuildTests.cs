using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>Three projects, one of them for two frameworks and one depending on it: one lock, one verification.</summary>
[Collection(PackedOnce.Name)]
public class OncePerBuildTests(PackedPackage package)
{
    private static readonly string[][] Ways = [["-m:1"], ["-m:2"], ["-m:2", "-mt"], ["-graph"], ["-graph", "-isolate"]];

    [Fact]
    public void Lock_is_verified_once_and_a_fault_said_once_however_the_solution_is_built()
    {
        var solution = new TestSolution(package);
        solution.Project("Library", "net10.0;netstandard2.0", items: """<Content Include="../models/model.gguf" Link="model.gguf" CopyToOutputDirectory="PreserveNewest" />""");
        solution.Project("App", items: """<ProjectReference Include="../Library/Library.csproj" />""");
        solution.Project("Other", properties: "<NoWarn>$(NoWarn);SCA3002</NoWarn>");
        solution.Solution();
        solution.Write("models/model.gguf", ModelBytes.Gguf("good"));
        var models = new TestLock(solution).Model("m", "models", ("model.gguf", "gguf")).Write();
        solution.Run("restore");

        Assert.All(Ways, way =>
        {
            var build = solution.Build(["build", "All.sln", "--no-restore", .. way]).Succeeds();

            Assert.Equal(1, build.Runs("VerifyModels"));
            Assert.Empty(build.Warnings);
            Assert.Empty(build.Findings);
        });

        solution.Write("models/model.gguf", ModelBytes.Gguf("evil"));
        Assert.All(Ways, way =>
        {
            var build = solution.Build(["build", "All.sln", "--no-restore", .. way]).Fails();

            Assert.Equal(1, build.Runs("VerifyModels"));
            Assert.Equal($"error SCA2104 {models.At("m", "model.gguf", "sha256")}", Assert.Single(build.Findings).Brief);
        });
    }
}
