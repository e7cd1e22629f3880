using System.Globalization;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>A model with a probe in a real build: run when its content is new, and never again.</summary>
[Collection(PackedOnce.Name)]
public class BehaviorTests(PackedPackage package)
{
    private const string Running = "running 'models/m.onnx' to check its behaviour (standard tier); done once for the same content";
    private const string Checks = "\"checks\": [\"trigger-search\"]";

    [Fact]
    public void New_content_is_run_once_and_nothing_is_run_in_the_builds_after()
    {
        var solution = Solution(isBackdoored: false, Checks);
        Assert.Contains(Running, solution.Build("build", "App/App.csproj").Succeeds().Messages);

        var second = solution.Build("build", "App/App.csproj", "--no-restore").Succeeds();
        Assert.DoesNotContain(Running, second.Messages);
        Assert.Empty(second.Findings);

        // What would be run is decided by content: another model under the same name is new.
        Write(solution, isBackdoored: true, Checks);
        Assert.Contains(Running, solution.Build("build", "App/App.csproj", "--no-restore").Messages);
    }

    [Fact]
    public void Backdoored_model_is_a_warning_again_and_again_and_fails_the_build_in_strict_mode()
    {
        var solution = Solution(isBackdoored: true, Checks);
        var first = solution.Build("build", "App/App.csproj").Succeeds();
        var warning = Assert.Single(first.Warnings, static diagnostic => diagnostic.Code == "SCA4011" && !diagnostic.Message.Contains("under half of another input", StringComparison.Ordinal));
        Assert.StartsWith("warning SCA4011 models.lock(5,", warning.Brief, StringComparison.Ordinal);
        Assert.Contains("can be turned to class 2 by a patch of ", warning.Message, StringComparison.Ordinal);

        var again = solution.Build("build", "App/App.csproj", "--no-restore").Succeeds();
        Assert.Contains(again.Warnings, diagnostic => diagnostic.ToString() == warning.ToString());
        Assert.DoesNotContain(Running, again.Messages);

        var strict = solution.Build("build", "App/App.csproj", "--no-restore", "-p:SupplyChainMode=strict").Fails();
        Assert.Contains(strict.Errors, static error => error.Code == "SCA4011");
        Assert.DoesNotContain(Running, strict.Messages);
    }

    [Fact]
    public void Accepted_finding_is_a_message_and_off_is_said()
    {
        var accepted = string.Join(", ", new[] { "neural-cleanse#2", "superimposed#2", "additive#2", "mm-bd#2", "weights#2", "weights", "agreement#2" }.Select(key => $$"""
            "{{key}}": { "sha256": "{{Digest(TinyClassifier.Model(true))}}", "score": "99", "reason": "by hand", "author": "kim", "reviewer": "alex", "expires": "2999-01-01" }
            """));
        var solution = Solution(isBackdoored: true, Checks + $$""", "accepted": { {{accepted}} }""");
        var build = solution.Build("build", "App/App.csproj", "-p:SupplyChainMode=strict").Succeeds();
        Assert.Contains(build.Findings, static finding => finding is { Code: "SCA4088", Kind: "message" } && finding.Message.Contains("reviewed by alex: by hand", StringComparison.Ordinal));

        var off = solution.Build("build", "App/App.csproj", "--no-restore", "-p:SupplyChainBehavior=off").Succeeds();
        Assert.Equal("SCA4087", Assert.Single(off.Findings).Code);
        Assert.Contains(solution.Build("build", "App/App.csproj", "--no-restore", "-p:SupplyChainBehavior=of").Fails().Errors, static error => error.Code == "SCA0004");
    }

    private TestSolution Solution(bool isBackdoored, string behavior)
    {
        var solution = new TestSolution(package);
        solution.Project("App");
        solution.Write("models/x.npy", TinyClassifier.Probe());

        // No other test's cache: what is remembered counts by content alone.
        solution.Environment["XDG_CACHE_HOME"] = solution.Environment["LOCALAPPDATA"] = solution.PathOf("cache");
        Write(solution, isBackdoored, behavior);
        return solution;
    }

    private static void Write(TestSolution solution, bool isBackdoored, string behavior)
    {
        var model = TinyClassifier.Model(isBackdoored);
        solution.Write("models/m.onnx", model);
        solution.Write("models.lock", string.Create(CultureInfo.InvariantCulture, $$"""
            { "lockVersion": 1, "models": {
              "m": { "path": "models",
                "behavior": { "probe": { "path": "x.npy", "sha256": "{{Digest(TinyClassifier.Probe())}}" }, {{behavior}} },
                "files": {
                  "m.onnx": { "sha256": "{{Digest(model)}}", "size": {{model.Length}}, "format": "onnx" } } } } }
            """));
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
