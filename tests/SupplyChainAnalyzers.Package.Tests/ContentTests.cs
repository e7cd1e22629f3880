using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>What is inside a declared file, in a real build.</summary>
[Collection(PackedOnce.Name)]
public class ContentTests(PackedPackage package)
{
    [Fact]
    public void Pickle_that_runs_a_command_fails_the_build_and_a_harmless_one_is_a_warning()
    {
        var solution = new TestSolution(package);
        solution.Project("App");
        solution.Write("models/model.pkl", ModelBytes.HarmlessPickle);
        var models = new TestLock(solution).Model("m", "models", ("model.pkl", "pickle")).Write();
        var harmless = solution.Build("build", "App/App.csproj").Succeeds();
        Assert.Equal($"warning SCA3002 {models.At("m", "model.pkl")}", Assert.Single(harmless.Findings).Brief);

        solution.Write("models/model.pkl", ModelBytes.Pickle);
        models = new TestLock(solution).Model("m", "models", ("model.pkl", "pickle")).Write();
        var evil = solution.Build("build", "App/App.csproj", "--no-restore").Fails();
        var error = Assert.Single(evil.Errors, static error => error.Code == "SCA3010");
        Assert.Equal($"error SCA3010 {models.At("m", "model.pkl")}", error.Brief);
        Assert.Contains("'models/model.pkl' calls os.system", error.Message, StringComparison.Ordinal);

        // Remembered by now, and found again.
        Assert.Contains(solution.Build("build", "App/App.csproj", "--no-restore").Fails().Errors, again => again.ToString() == error.ToString());
    }
}
