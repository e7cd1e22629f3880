using System.Globalization;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary>A process that native code takes down while it runs a model, by the signal such a fault ends with.</summary>
public sealed class CrashingModelTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixTheory]
    [InlineData(11, 139)]
    [InlineData(6, 134)]
    public void Crash_is_a_finding_about_its_model_and_the_others_are_checked(int signal, int code)
    {
        var golden = """{"goldenVersion":1,"inputs":1,"outputs":[{"name":"y","shape":[1,3],"values":["2 0 4"]}]}""";
        _folder.Write("models/a/a.golden.json", golden);
        _folder.Write("models.lock", $$"""
            { "lockVersion": 1, "models": {
              "a": { "path": "models/a", "behavior": { "golden": { "sha256": "{{Digest(System.Text.Encoding.UTF8.GetBytes(golden))}}" } }, "files": { {{Entry("a", HostileModels.EndlessLoop)}} } },
              "b": { "path": "models/b", "behavior": { "checks": ["weights"] }, "files": { {{Entry("b", OnnxModels.AddRelu)}} } } } }
            """);
        using var verify = CliProcess.Start(_folder, "verify", "--mode", "strict");
        while (!verify.HasEnded)
            verify.SignalBusyChild(signal);
        var result = verify.Wait().Ended(1);

        Assert.Contains($"SCA4090: 'models/a/a.onnx' could not be run: it crashed with exit code {code}, by itself or because it used more memory than a model of its size should", result.Out, StringComparison.Ordinal);
        Assert.Contains("running 'models/b/b.onnx'", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("SCA0002", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("'models/b/b.onnx' could not be run", result.Out, StringComparison.Ordinal);

        var again = _folder.Run("verify", "--mode", "strict").Ended(1);
        Assert.Contains("SCA4090: 'models/a/a.onnx'", again.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("running", again.Error, StringComparison.Ordinal);
    }

    private string Entry(string name, byte[] model)
    {
        _folder.Write($"models/{name}/{name}.onnx", model);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            "{{name}}.onnx": { "sha256": "{{Digest(model)}}", "size": {{model.Length}}, "format": "onnx" }
            """);
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
