using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>What a project can set, and when nothing of ours runs.</summary>
[Collection(PackedOnce.Name)]
public class SettingsTests(PackedPackage package)
{
    [Fact]
    public void Switching_off_is_a_message_and_in_strict_mode_an_error()
    {
        var solution = Broken();

        var build = solution.Build("build", "App", "-p:SupplyChainVerify=false").Succeeds();
        Assert.Equal(["message SCA0007"], Kinds(build));
        Assert.Equal(["error SCA0007"], Kinds(solution.Build("build", "App", "--no-restore", "-p:SupplyChainVerify=false", "-p:SupplyChainMode=strict").Fails()));
    }

    [Fact]
    public void Design_time_build_runs_nothing_of_ours()
    {
        var solution = Broken();
        solution.Run("restore", "App");

        var build = solution.Build(
            "msbuild", "App/App.csproj", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildingInsideVisualStudio=true").Succeeds();

        Assert.Empty(build.Findings);
        Assert.Equal(0, build.Runs("VerifyModels") + build.Runs("CheckShipped") + build.Runs("GroupFindings"));
    }

    [Fact]
    public void Lock_above_the_root_of_the_repository_is_somebody_elses()
    {
        var solution = Broken();
        solution.Write("App/.git/HEAD", "ref: refs/heads/main\n");

        var build = solution.Build("build", "App").Succeeds();

        Assert.Empty(build.Findings);
        Assert.Equal(0, build.Runs("VerifyModels"));
    }

    [Fact]
    public void Mistyped_mode_and_missing_policy_are_errors()
    {
        var solution = Broken();

        Assert.Contains("error SCA0004", Kinds(solution.Build("build", "App", "-p:SupplyChainMode=srtict").Fails()));
        Assert.Contains("error SCA5101", Kinds(solution.Build("build", "App", "--no-restore", "-p:SupplyChainPolicyFile=nowhere.json").Fails()));
        Assert.Contains("error SCA5110", Kinds(solution.Build("build", "App", "--no-restore", "-p:SupplyChainRequirePolicy=" + new string('a', 64)).Fails()));
    }

    [Fact]
    public void Lock_is_written_by_the_build_and_then_verifies()
    {
        var solution = new TestSolution(package);
        solution.Project("App", "net10.0;netstandard2.0", items: """<Content Include="model.gguf" CopyToOutputDirectory="PreserveNewest" />""");
        solution.Write("App/model.gguf", ModelBytes.Gguf("model"));
        solution.Solution();
        solution.Run("restore");

        var lockBuild = solution.Build("build", "All.sln", "--no-restore", "-t:SupplyChainLock").Succeeds();
        Assert.Equal(1, lockBuild.Runs("LockModels"));
        Assert.Contains("model.gguf", File.ReadAllText(solution.PathOf("models.lock")), StringComparison.Ordinal);

        var build = solution.Build("build", "All.sln", "--no-restore", "-p:SupplyChainMode=strict").Succeeds();
        Assert.Empty(build.Findings);
        Assert.Contains("files: 1", File.ReadAllText(solution.PathOf("App/obj/Debug/net10.0/models.verified")), StringComparison.Ordinal);
    }

    // One model, and it is not what the lock says.
    private TestSolution Broken()
    {
        var solution = new TestSolution(package);
        solution.Project("App");
        solution.Write("models/model.gguf", ModelBytes.Gguf("good"));
        new TestLock(solution).Model("m", "models", ("model.gguf", "gguf")).Write();
        solution.Write("models/model.gguf", ModelBytes.Gguf("evil"));
        return solution;
    }

    private static string[] Kinds(BuildResult build) => [.. build.Findings.Select(static finding => $"{finding.Kind} {finding.Code}").Distinct()];
}
