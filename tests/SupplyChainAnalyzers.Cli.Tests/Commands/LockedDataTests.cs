using System.IO.Compression;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Scanner.Tests.Behavior;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary>What a model is checked with, written down by <c>models lock</c>.</summary>
public sealed class LockedDataTests : IDisposable
{
    private const int Width = 8;
    private const int Count = 60;
    private readonly CliFolder _folder = new CliFolder()
        .Write("models/m/m.onnx", OnnxModels.Model(
            [OnnxModels.Node("Gemm", ["x", "w"], ["y"])], [OnnxModels.Floats("w", [Width, 2], [.. Enumerable.Range(0, 2 * Width).Select(static i => MathF.Sin(i))])], [OnnxModels.Port("x", -1, Width)], [OnnxModels.Port("y", -1, 2)]))
        .Write("models/m/x.npy", Inputs)
        .Write("models/m/y.npy", Classes)
        .Write("models/m/t.npz", Training());

    private static byte[] Inputs => NumPyBytes.Floats([Count, Width], [.. Enumerable.Range(0, Count * Width).Select(static i => MathF.Cos(i * i))]);

    private static byte[] Classes => NumPyBytes.Longs([.. Enumerable.Range(0, Count).Select(static i => (long)(i % 2))]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Digests_of_what_is_given_go_to_the_models_entry_and_the_files_are_not_its_own()
    {
        _folder.Run("lock").Ended(0);
        var result = _folder.Run("lock", "m", "--probe", "models/m/x.npy", "--labels", "models/m/y.npy", "--training", "models/m/t.npz").Ended(0);

        _folder.Run("lock").Ended(0);
        var model = Model();
        Assert.Equal([("x.npy", Digest("x.npy")), ("y.npy", Digest("y.npy")), ("t.npz", Digest("t.npz"))], new[] { model.Behavior!.Probe!, model.Behavior.Labels!, model.Behavior.Training! }.Select(static file => (file.Path, file.Sha256)));
        Assert.Equal(["m.onnx"], model.Files.Keys);
        Assert.Equal(["m"], Locked.Keys);
        Assert.Contains("probe none -> x.npy", result.Out, StringComparison.Ordinal);
        _folder.Run("lock", "--check").Ended(0);
    }

    [Fact]
    public void Data_that_changed_are_told_and_brought_up_to_date_with_everything_else()
    {
        _folder.Run("lock").Ended(0);
        _folder.Run("lock", "m", "--probe", "models/m/x.npy").Ended(0);
        _folder.Write("models/m/x.npy", NumPyBytes.Floats([1, Width], new float[Width]));

        Assert.Contains("run: models lock m", _folder.Run("verify").Ended(1).Out, StringComparison.Ordinal);
        Assert.Contains("SCA2014", _folder.Run("lock", "--check").Ended(1).Out, StringComparison.Ordinal);
        _folder.Run("lock").Ended(0);
        Assert.Equal(Digest("x.npy"), Model().Behavior!.Probe!.Sha256);
        _folder.Run("verify").Ended(0);
    }

    [Fact]
    public void Demand_for_activation_clustering_is_met_once_there_are_training_data()
    {
        _folder.Run("lock").Ended(0);
        _folder.Write("models.policy.json", """{ "policyVersion": 1, "behavior": { "require": { "onnx": ["activation-clustering"] } } }""");
        Assert.Contains("SCA4086", _folder.Run("verify").Ended(1).Out, StringComparison.Ordinal);

        _folder.Run("lock", "m", "--training", "models/m/t.npz").Ended(0);
        Assert.DoesNotContain("SCA4086", _folder.Run("verify").Ended(0).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("models.lock", "is not in the folder of m")]
    [InlineData("models/m/z.npy", "it is not there")]
    public void File_that_no_build_would_find_is_refused(string path, string words)
    {
        _folder.Run("lock").Ended(0);
        var before = _folder.Read("models.lock");
        Assert.Contains(words, _folder.Run("lock", "m", "--probe", path).Out, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Read("models.lock"));
    }

    [Fact]
    public void Data_need_the_model_they_are_for() =>
        Assert.Contains("run: models lock NAME --probe FILE", _folder.Run("lock", "--probe", "models/m/x.npy").Ended(2).Error, StringComparison.Ordinal);

    private ModelEntry Model() => Locked["m"];

    private IReadOnlyDictionary<string, ModelEntry> Locked => ModelsLockReader.Read(File.ReadAllBytes(_folder.Full("models.lock")), "models.lock").Value!.Models;

    private string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder.Full("models/m/" + name))));

    private static byte[] Training()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in new[] { ("x.npy", Inputs), ("y.npy", Classes) })
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
