using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior;

/// <summary>The real launcher and the real scanner, confined as it is on this system.</summary>
public sealed class BehaviorProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    private string Model => Path.Combine(_folder, "model.onnx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Model_is_run_and_its_report_comes_back()
    {
        File.WriteAllBytes(Model, OnnxModels.AddRelu);
        File.WriteAllText(Path.Combine(_folder, "model.golden.json"), Golden("2 0 4"));
        var result = Check(new BehaviorQuestion { Model = Model, Golden = Path.Combine(_folder, "model.golden.json"), Probe = Probe() });

        Assert.True(result.Behavior is not null, string.Join('\n', result.Findings));
        Assert.Equal("onnxruntime 1.29.0", result.Behavior.Engine);
        var golden = Assert.Single(result.Behavior.Checks, static check => check.Check == "golden");
        Assert.Equal(CheckOutcome.NoFinding, golden.Outcome);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(OnnxModels.AddRelu)), result.Sha256);
        Assert.Equal(["probe", "golden"], result.Behavior.Inputs.Select(static input => input.Role));
    }

    [Fact]
    public void Other_answer_than_the_recorded_one_is_a_finding_about_the_model()
    {
        File.WriteAllBytes(Model, OnnxModels.AddRelu);
        File.WriteAllText(Path.Combine(_folder, "model.golden.json"), Golden("2 9 4"));
        var result = Check(new BehaviorQuestion { Model = Model, Golden = Path.Combine(_folder, "model.golden.json"), Probe = Probe() });

        Assert.Equal(BehaviorVerdict.Suspicious, result.Behavior!.Verdict);
        Assert.True(result.Behavior.Score >= 1);
        Assert.Contains(result.Findings, static finding => finding.Rule == Rules.GoldenAnswerChanged);
    }

    [Fact]
    public void Same_question_has_the_same_answer()
    {
        File.WriteAllBytes(Model, OnnxModels.AddRelu);
        var question = new BehaviorQuestion { Model = Model, Probe = Probe() };

        Assert.Equal(BehaviorReportText.Write(Check(question).Behavior!), BehaviorReportText.Write(Check(question).Behavior!));
    }

    [Fact]
    public void Model_with_a_custom_operator_is_not_run()
    {
        File.WriteAllBytes(Model, OnnxBytes.Model(OnnxBytes.Graph(OnnxBytes.Node("Frobnicate", "com.example"))));
        var result = Check(new BehaviorQuestion { Model = Model });

        Assert.Equal(BehaviorVerdict.Inconclusive, result.Behavior!.Verdict);
        Assert.Equal(Rules.ModelNotRunnable, Assert.Single(result.Findings).Rule);
    }

    [Fact]
    public void Model_that_takes_all_memory_is_a_finding_about_it_and_the_next_one_is_checked()
    {
        File.WriteAllBytes(Model, HostileModels.MemoryBomb);
        File.WriteAllText(Path.Combine(_folder, "model.golden.json"), Golden("2 0 4"));
        var result = Check(new BehaviorQuestion { Model = Model, Probe = Probe(), Golden = Path.Combine(_folder, "model.golden.json"), Checks = ["golden"] });

        Assert.True(result.Behavior is { Verdict: BehaviorVerdict.Inconclusive } || result.Findings is [{ Rule.Id: "SCA4090" }], string.Join('\n', result.Findings));
        Assert.DoesNotContain(result.Findings, static finding => finding.Rule == Rules.ScannerFailed);
    }

    [Fact]
    public void Model_that_does_not_end_is_stopped_and_a_finding_about_it()
    {
        File.WriteAllBytes(Model, HostileModels.EndlessLoop);
        File.WriteAllText(Path.Combine(_folder, "model.golden.json"), Golden("2 0 4"));
        var result = Check(new BehaviorQuestion { Model = Model, Probe = Probe(), Golden = Path.Combine(_folder, "model.golden.json"), Checks = ["golden"], Budget = TimeSpan.FromSeconds(3) });

        var finding = Assert.Single(result.Findings);
        Assert.Equal(Rules.ModelRunFailed, finding.Rule);
        Assert.Contains("more than 3 s", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("this is no array")]
    [InlineData("\u0093NUMPY")]
    public void Probe_that_is_none_is_said_so(string content)
    {
        File.WriteAllBytes(Model, OnnxModels.AddRelu);
        File.WriteAllText(Path.Combine(_folder, "x.npy"), content);
        var result = Check(new BehaviorQuestion { Model = Model, Probe = Path.Combine(_folder, "x.npy") });

        Assert.Null(result.Behavior);
        Assert.Contains("the probe", Assert.Single(result.Findings).Message, StringComparison.Ordinal);
    }

    private ScanResult Check(BehaviorQuestion question) => ScannerClient.CheckBehavior(question, Options);

    private ScannerOptions Options => new()
    {
        DotnetPath = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!,
        ScannerPath = ScannerLocator.FindScanner(AppContext.BaseDirectory)!,
        TemporaryFolder = _folder,
    };

    private string Probe()
    {
        var path = Path.Combine(_folder, "x.npy");
        File.WriteAllBytes(path, NumPyBytes.Floats([1, 3], 1, 1, 1));
        return path;
    }

    private static string Golden(string values) => $$"""
        {"goldenVersion":1,"inputs":1,"probe":"{{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(NumPyBytes.Floats([1, 3], 1, 1, 1)))}}","outputs":[{"name":"y","shape":[1,3],"values":["{{values}}"]}]}
        """;
}
