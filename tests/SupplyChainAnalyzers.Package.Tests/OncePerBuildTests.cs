using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>Three projects, one of them for two frameworks and one depending on it: one lock, one verification.</summary>
[Collection(PackedOnce.Name)]
public class OncePerBuildTests(PackedPackage package)
{
    [Fact]
    public void Lock_is_verified_once_however_the_solution_is_built()
    {
        var solution = new TestSolution(package);
        solution.Project("Library", "net10.0;netstandard2.0");
        solution.Project("App", items: """<ProjectReference Include="../Library/Library.csproj" />""");
        solution.Project("Other");
        solution.Solution();
        solution.Write("models.lock", """{ "lockVersion": 1, "models": {} }""");
        solution.Run("restore");

        string[][] ways = [["-m:1"], ["-m:2"], ["-m:2", "-mt"], ["-graph"], ["-graph", "-isolate"]];
        Assert.All(ways, way =>
        {
            var build = solution.Build(["build", "All.sln", "--no-restore", .. way]).Succeeds();

            Assert.Equal(1, build.Runs("VerifyModels"));
            Assert.Empty(build.Warnings);
        });
    }
}
