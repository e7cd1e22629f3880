using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checkpoints;

/// <summary>Weights in the real scanner, confined as it is on this system.</summary>
public sealed class CheckpointProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Adapter_is_compared_with_its_declaration_and_with_a_base_in_parts()
    {
        var model = WeightFiles.Model();
        Write("base/model-00001-of-00002.safetensors", WeightFiles.SafeTensors(model[..9]));
        Write("base/model-00002-of-00002.safetensors", WeightFiles.SafeTensors(model[9..]));
        Write("adapter_config.json", Samples.Text("""{"r":4,"lora_alpha":8,"target_modules":["q_proj"]}"""));
        var adapter = WeightFiles.SafeTensors(WeightFiles.Adapter());
        var result = Check(new BehaviorQuestion { Model = Write("adapter.safetensors", adapter), Reference = Path.Combine(_folder, "base", "model-00002-of-00002.safetensors") });

        Assert.True(result.Behavior is not null, string.Join('\n', result.Findings));
        Assert.Equal((BehaviorVerdict.Suspicious, BehaviorReport.NothingRun), (result.Behavior.Verdict, result.Behavior.Engine));
        Assert.Equal(ModelFormats.SafeTensors, result.Format);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(adapter)), result.Sha256);
        Assert.Equal(["reference", "adapter_config.json", "parts"], result.Behavior.Inputs.Select(static input => input.Role));
        Assert.Contains("v_proj", Assert.Single(result.Findings, static finding => finding.Rule == Rules.ModulesNotDeclared).Message, StringComparison.Ordinal);
        Assert.Equal(CheckOutcome.NoFinding, Assert.Single(result.Behavior.Checks, static check => check.Check == "declared-shapes").Outcome);
    }

    [Fact]
    public void Nothing_found_is_limited_and_says_that_nothing_was_run()
    {
        var result = Check(new BehaviorQuestion { Model = Write("model.gguf", SampleFile.Read("weights", "llama.gguf")), Checks = ["chat-template"] });

        Assert.Equal(BehaviorVerdict.Limited, result.Behavior!.Verdict);
        Assert.Contains(BehaviorBlindSpots.Of(result.Behavior), static spot => spot.Contains("nothing was run", StringComparison.Ordinal));
    }

    [Fact]
    public void Reference_of_another_format_is_refused()
    {
        var result = Check(new BehaviorQuestion { Model = Write("m.safetensors", WeightFiles.SafeTensors(WeightFiles.Model())), Reference = Write("r.pkl", Samples.Pickle) });

        Assert.Contains("the reference is recognized as", Assert.Single(result.Findings).Message, StringComparison.Ordinal);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private ScanResult Check(BehaviorQuestion question) => ScannerClient.CheckBehavior(question with { Beside = ModelParts.Beside(question.Model, question.Reference) }, new ScannerOptions
    {
        DotnetPath = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!,
        ScannerPath = ScannerLocator.FindScanner(AppContext.BaseDirectory)!,
        TemporaryFolder = _folder,
    });
}
