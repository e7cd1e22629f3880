using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary><c>models lock --golden</c> with the real scanner behind it.</summary>
public sealed class GoldenCommandTests
{
    private const string Golden = "models/m/m.golden.json";

    [Fact]
    public void Outputs_are_recorded_beside_the_model_and_the_lock_has_their_digest()
    {
        using var folder = Folder();
        folder.Run("lock", "--golden").Ended(0);

        var behavior = Assert.Single(Lock(folder).Models.Values).Behavior!;
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(folder.Full(Golden)))), behavior.GoldenSha256);
        Assert.Equal("1e-4", behavior.GoldenTolerance);
        Assert.DoesNotContain(Assert.Single(Lock(folder).Models.Values).Files.Keys, static file => file.Contains("golden", StringComparison.Ordinal));
        folder.Run("verify").Ended(0);
    }

    [Fact]
    public void Recording_twice_and_locking_again_give_the_same_bytes()
    {
        using var folder = Folder();
        folder.Run("lock", "--golden").Ended(0);
        var (first, recorded) = (folder.Read("models.lock"), folder.Read(Golden));
        folder.Run("lock", "--golden").Ended(0);
        folder.Run("lock").Ended(0);
        folder.Run("lock", "--check").Ended(0);

        Assert.Equal(first, folder.Read("models.lock"));
        Assert.Equal(recorded, folder.Read(Golden));
    }

    [Fact]
    public void Model_agrees_with_what_was_recorded_and_a_changed_one_does_not()
    {
        using var folder = Folder();
        folder.Run("lock", "--golden").Ended(0);
        Assert.Contains("no finding   golden", folder.Run("behavior", "models/m/m.onnx", "--golden", Golden, "--check", "golden").Ended(0).Out, StringComparison.Ordinal);

        folder.Write("models/m/m.onnx", Model(30));
        Assert.Contains("error SCA4001", folder.Run("behavior", "models/m/m.onnx", "--golden", Golden).Ended(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_that_cannot_be_recorded_is_an_error_and_the_lock_is_written_all_the_same()
    {
        using var folder = new CliFolder().Write("models/m/m.onnx", OnnxModels.Model(
            [OnnxModels.Node("Relu", ["x"], ["y"])], [], [OnnxModels.Port("x", -1, -1)], [OnnxModels.Port("y", -1, -1)]));
        var result = folder.Run("lock", "--golden").Ended(1);

        Assert.Contains("SCA4095", result.Out + result.Error, StringComparison.Ordinal);
        Assert.Contains("give a probe", result.Out + result.Error, StringComparison.Ordinal);
        Assert.Null(Assert.Single(Lock(folder).Models.Values).Behavior);
    }

    [Fact]
    public void Check_and_golden_do_not_go_together()
    {
        using var folder = Folder();
        folder.Run("lock").Ended(0);
        folder.Run("lock", "--check", "--golden").Ended(2);
    }

    private static ModelsLock Lock(CliFolder folder) => ModelsLockReader.Read(folder.Read("models.lock"), folder.Full("models.lock")).Value!;

    private static CliFolder Folder() => new CliFolder().Write("models/m/m.onnx", Model(1));

    private static byte[] Model(float bias) => OnnxModels.Model(
        [OnnxModels.Node("Add", ["x", "w"], ["y"])], [OnnxModels.Floats("w", [3], bias, -2, 3)], [OnnxModels.Port("x", -1, 3)], [OnnxModels.Port("y", -1, 3)]);
}
