using System.Globalization;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Scanner.Tests.Behavior;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary>What a lock says about behaviour, with the real scanner behind it: <c>models verify</c> does what the build does, <c>models behavior NAME</c> reads the same entry.</summary>
public sealed class VerifyBehaviorTests : IDisposable
{
    private const string Running = "running 'models/m/m.onnx' to check its behaviour";
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Finding_stands_at_the_file_and_is_reported_again_without_another_run()
    {
        Lock(Model(30), """ "behavior": { "checks": ["weights"] }, """);
        var first = _folder.Run("verify").Ended(0);
        var again = _folder.Run("verify").Ended(0);

        Assert.Contains("models.lock(3,16): warning SCA4010: 'models/m/m.onnx' has ", first.Out, StringComparison.Ordinal);
        Assert.Contains(Running + " (fast tier)", first.Error, StringComparison.Ordinal);
        Assert.Equal(first.Out, again.Out);
        Assert.DoesNotContain(Running, again.Error, StringComparison.Ordinal);
        Assert.Contains("error SCA4010", _folder.Run("verify", "--mode", "strict").Ended(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Command_and_verification_share_what_is_remembered_and_full_runs_anew()
    {
        Lock(Model(30), """ "behavior": { "checks": ["weights"] }, """);
        Assert.DoesNotContain("remembered", _folder.Run("behavior", "m").Ended(0).Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Running, _folder.Run("verify").Ended(0).Error, StringComparison.Ordinal);
        Assert.Contains("remembered", _folder.Run("behavior", "models/m/m.onnx", "--tier", "fast", "--check", "weights").Ended(0).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("remembered", _folder.Run("behavior", "m", "--full").Ended(0).Error, StringComparison.Ordinal);
        Assert.Contains(Running, _folder.Run("verify", "--full").Ended(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_memory_is_none()
    {
        Lock(Model(30), """ "behavior": { "checks": ["weights"] }, """);
        _folder.Run("verify");
        var remembered = Assert.Single(Directory.GetFiles(_folder.Cache, "behavior-*.bin", SearchOption.AllDirectories));
        var bytes = File.ReadAllBytes(remembered);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(remembered, bytes);

        Assert.Contains(Running, _folder.Run("verify").Ended(0).Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Running, _folder.Run("verify").Ended(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void New_content_is_run_and_a_model_of_which_nothing_is_said_is_not()
    {
        Lock(Model(1), """ "behavior": { "checks": ["weights"] }, """);
        Assert.Contains(Running, _folder.Run("verify").Ended(0).Error, StringComparison.Ordinal);
        Lock(Model(2), """ "behavior": { "checks": ["weights"] }, """);
        Assert.Contains(Running, _folder.Run("verify").Ended(0).Error, StringComparison.Ordinal);
        Lock(Model(3), "");
        Assert.DoesNotContain(Running, _folder.Run("verify").Ended(0).Error, StringComparison.Ordinal);
        Assert.Contains(Running + " (fast tier)", _folder.Run("verify", "--behavior", "fast").Ended(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Probe_that_is_not_the_declared_one_fails_and_nothing_is_run_with_it()
    {
        var probe = NumPyBytes.Floats([2, 64], new float[128]);
        _folder.Write("models/m/x.npy", probe);
        Lock(Model(1), $$""" "behavior": { "probe": { "path": "x.npy", "sha256": "{{Digest(probe)}}" } }, """);
        _folder.Run("verify").Ended(0);

        _folder.Write("models/m/x.npy", NumPyBytes.Floats([1, 64], new float[64]));
        var result = _folder.Run("verify").Ended(1);
        Assert.Contains("error SCA4085: The probe 'models/m/x.npy' of 'm' has the SHA-256 ", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Running, result.Error, StringComparison.Ordinal);
        Assert.Contains("SCA4085", _folder.Run("behavior", "m").Ended(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_that_demands_recorded_outputs_fails_until_there_are_some()
    {
        Lock(Model(1), "");
        _folder.Write("models.policy.json", """{ "policyVersion": 1, "behavior": { "require": { "onnx": ["golden", "weights"] } } }""");
        var result = _folder.Run("verify").Ended(1);
        Assert.Contains("error SCA4086: behavior.require demands of 'models/m/m.onnx' what was not done: golden (there is nothing declared to run it with)", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("weights (", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("SCA5114", result.Out, StringComparison.Ordinal);

        _folder.Run("lock", "--golden").Ended(0);
        _folder.Run("verify").Ended(0);
    }

    [Fact]
    public void Deeper_of_policy_and_command_holds()
    {
        Lock(Model(1), """ "behavior": { "checks": ["weights"] }, """);
        Assert.Contains("message SCA4087", _folder.Run("verify", "--behavior", "off").Ended(0).Out, StringComparison.Ordinal);
        _folder.Write("models.policy.json", """{ "policyVersion": 1, "behavior": { "tier": "fast" } }""");
        var result = _folder.Run("verify", "--behavior", "off").Ended(0);
        Assert.Contains("SCA5115", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("SCA4087", result.Out, StringComparison.Ordinal);
        Assert.Contains(Running + " (fast tier)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepted_finding_fails_nowhere_and_an_expired_one_is_a_finding_again()
    {
        Lock(Model(30), Accepting("2999-01-01"));
        var text = _folder.Run("verify", "--mode", "strict").Ended(0).Out;
        Assert.Contains("message SCA4088: 'models/m/m.onnx': what weights found for class 17", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SCA4010", text, StringComparison.Ordinal);
        _folder.Run("behavior", "m", "--fail-on", "suspicious").Ended(0);

        Lock(Model(30), Accepting("2020-01-01"));
        text = _folder.Run("verify", "--mode", "strict").Ended(1).Out;
        Assert.Contains("error SCA4010", text, StringComparison.Ordinal);
        Assert.Contains("warning SCA4089: The acceptance 'weights#17' does not hold: it expired on 2020-01-01", text, StringComparison.Ordinal);
        _folder.Run("behavior", "m", "--fail-on", "suspicious").Ended(1);
    }

    [Fact]
    public void Model_is_compared_with_the_one_its_entry_names()
    {
        Lock(Model(1), """ "behavior": { "tier": "fast", "reference": "older" }, """, """, "older": { "path": "models/older", "files": { """ + Entry("older", Model(2)) + " } }");
        _folder.Run("verify").Ended(0);
        Assert.Contains("\"reference\": \"" + Digest(Model(2)), _folder.Run("behavior", "m", "--format", "json").Ended(0).Out, StringComparison.Ordinal);

        Lock(Model(1), """ "behavior": { "reference": "gone" }, """);
        Assert.Contains("error SCA4085: 'm' is compared with 'gone', which is no other model of models.lock;", _folder.Run("verify").Ended(1).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "it took more than 5 s")]
    [InlineData(false, "")]
    public void Hostile_model_is_a_finding_about_itself_remembered_and_the_next_one_is_checked(bool hangs, string fault)
    {
        _folder.Write("models.policy.json", """{ "policyVersion": 1, "behavior": { "tier": "fast", "budgetSeconds": 5 } }""");
        var golden = """{"goldenVersion":1,"inputs":1,"outputs":[{"name":"y","shape":[1,3],"values":["2 0 4"]}]}""";
        _folder.Write("models/m/m.golden.json", golden);
        Lock(hangs ? HostileModels.EndlessLoop : HostileModels.MemoryBomb, $$""" "behavior": { "golden": { "sha256": "{{Digest(System.Text.Encoding.UTF8.GetBytes(golden))}}" } }, """,
            """, "other": { "path": "models/other", "files": { """ + Entry("other", Model(30)) + " } }");
        var first = _folder.Run("verify");

        Assert.Contains("warning SCA4010: 'models/other/other.onnx'", first.Out, StringComparison.Ordinal);
        Assert.Matches("SCA40(90|94): 'models/m/m.onnx' ", first.Out);
        Assert.Contains(fault, first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("SCA0002", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("SCA0001", first.Out, StringComparison.Ordinal);
        if (hangs)
            Assert.Contains("warning SCA4090", _folder.Run("verify").Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Running, _folder.Run("verify").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_are_looked_at_where_their_entry_asks_for_it_and_not_otherwise()
    {
        var header = """{"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}""";
        byte[] weights = [.. BitConverter.GetBytes((long)header.Length), .. System.Text.Encoding.ASCII.GetBytes(header), .. new float[] { 1, 2, 3, 4 }.SelectMany(BitConverter.GetBytes)];
        _folder.Write("models/w/w.safetensors", weights);
        string Entry(string behavior) => string.Create(CultureInfo.InvariantCulture, $$"""
            { "lockVersion": 1, "models": { "w": { "path": "models/w", {{behavior}} "files": { "w.safetensors": { "sha256": "{{Digest(weights)}}", "size": {{weights.Length}}, "format": "safetensors" } } } } }
            """);
        _folder.Write("models.lock", Entry(""));
        Assert.DoesNotContain("running", _folder.Run("verify", "--behavior", "fast").Ended(0).Error, StringComparison.Ordinal);

        _folder.Write("models.lock", Entry("\"behavior\": {},"));
        Assert.Contains("running 'models/w/w.safetensors'", _folder.Run("verify").Ended(0).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("running", _folder.Run("verify").Ended(0).Error, StringComparison.Ordinal);
        Assert.Contains("models/w/w.safetensors", _folder.Run("behavior", "w").Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_that_is_no_model_is_exit_code_2()
    {
        Lock(Model(1), "");
        Assert.Contains("did you mean 'm'?", _folder.Run("behavior", "mm").Ended(2).Out, StringComparison.Ordinal);
    }

    private static string Accepting(string day) => $$"""
         "behavior": { "checks": ["weights"], "accepted": { "weights#17": { "sha256": "{{Digest(Model(30))}}", "score": "99", "reason": "by hand", "author": "kim", "reviewer": "alex", "expires": "{{day}}" } } }, 
        """.Trim('\n');

    private void Lock(byte[] model, string behavior, string others = "")
    {
        _folder.Write("models.lock", $$"""
            { "lockVersion": 1, "models": {
              "m": { "path": "models/m", {{behavior.Trim()}}
                "files": { {{Entry("m", model)}} } }{{others}} } }
            """);
    }

    private string Entry(string name, byte[] model)
    {
        _folder.Write($"models/{name}/{name}.onnx", model);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            "{{name}}.onnx": { "sha256": "{{Digest(model)}}", "size": {{model.Length}}, "format": "onnx" }
            """);
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // y = W x, row 17 of W larger than the others.
    private static byte[] Model(float strength)
    {
        var weights = new float[64 * 64];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = MathF.Sin(i * i) * (i / 64 == 17 ? strength : 1);
        return OnnxModels.Model(
            [OnnxModels.Node("Gemm", ["x", "w"], ["y"], OnnxModels.Attribute("transB", 1))], [OnnxModels.Floats("w", [64, 64], weights)], [OnnxModels.Port("x", -1, 64)], [OnnxModels.Port("y", -1, 64)]);
    }
}
