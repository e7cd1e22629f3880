using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>Every way in which files can differ from the lock has its own code, at the place in the lock that tells it.</summary>
[Collection(PackedOnce.Name)]
public class FaultTests(PackedPackage package)
{
    [Fact]
    public void Each_fault_of_a_file_is_one_error_at_its_place()
    {
        var solution = new TestSolution(package);
        solution.Project("App");
        var names = new[] { "missing", "truncated", "longer", "flipped", "swapped", "format", "pointer", "endings", "added", "escapes", "case" };
        foreach (var name in names)
            solution.Write($"models/{name}/model.gguf", ModelBytes.Gguf(name));

        solution.Write("models/missing/other.gguf", ModelBytes.Gguf("other"));
        solution.Write("models/swapped/second.gguf", ModelBytes.Gguf("second!"));
        solution.Write("models/endings/vocab.txt", "a\nb\n");
        var models = new TestLock(solution);
        foreach (var name in names.Except(["missing", "swapped", "endings", "format"]))
            models.Model(name, "models/" + name, ("model.gguf", "gguf"));

        models
            .Model("missing", "models/missing", ("model.gguf", "gguf"), ("other.gguf", "gguf"))
            .Model("swapped", "models/swapped", ("model.gguf", "gguf"), ("second.gguf", "gguf"))
            .Model("endings", "models/endings", ("model.gguf", "gguf"), ("vocab.txt", "text"))
            .Model("format", "models/format", ("model.gguf", "onnx"))
            .Write();

        File.Delete(solution.PathOf("models/missing/model.gguf"));
        solution.Write("models/truncated/model.gguf", ModelBytes.Gguf());
        solution.Write("models/longer/model.gguf", ModelBytes.Gguf("longer and longer"));
        solution.Write("models/flipped/model.gguf", ModelBytes.Gguf("flippee"));
        solution.Write("models/swapped/model.gguf", ModelBytes.Gguf("second!"));
        solution.Write("models/swapped/second.gguf", ModelBytes.Gguf("swapped"));
        solution.Write("models/pointer/model.gguf", $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('a', 64)}\nsize 31\n");
        solution.Write("models/endings/vocab.txt", "a\r\nb\r\n");
        solution.Write("models/added/shadow.gguf", ModelBytes.Gguf("shadow"));
        solution.Write("elsewhere/model.gguf", ModelBytes.Gguf("escapes"));
        File.Delete(solution.PathOf("models/escapes/model.gguf"));
        File.CreateSymbolicLink(solution.PathOf("models/escapes/model.gguf"), solution.PathOf("elsewhere/model.gguf"));
        File.Move(solution.PathOf("models/case/model.gguf"), solution.PathOf("models/case/Model.gguf"));

        var build = solution.Build("build", "App").Fails();

        Assert.Equal(
            [
                $"error SCA2101 {models.At("missing", "model.gguf")}",
                $"error SCA2102 {models.At("truncated", "model.gguf", "size")}",
                $"error SCA2103 {models.At("longer", "model.gguf", "size")}",
                $"error SCA2104 {models.At("flipped", "model.gguf", "sha256")}",
                $"error SCA2105 {models.At("swapped", "model.gguf")}",
                $"error SCA2105 {models.At("swapped", "second.gguf")}",
                $"error SCA2106 {models.At("added")}",
                $"error SCA2107 {models.At("format", "model.gguf", "format")}",
                $"error SCA2108 {models.At("pointer", "model.gguf")}",
                $"error SCA2109 {models.At("endings", "vocab.txt", "sha256")}",
                $"error SCA2110 {models.At("escapes", "model.gguf")}",
                $"error SCA2111 {models.At("case", "model.gguf")}",
            ],
            build.Errors.Select(static error => error.Brief).Order(StringComparer.Ordinal));
        Assert.Empty(build.Warnings);
        Assert.All(build.Errors, static error => Assert.Matches("; .*(run: |restore|put each|rename|declare|mark|copy|get )", error.Message));
    }

    [Fact]
    public void Same_size_overwrite_with_restored_time_is_caught_though_the_file_was_remembered()
    {
        var solution = new TestSolution(package);
        solution.Project("App");
        solution.Write("models/model.gguf", ModelBytes.Gguf("before"));
        var models = new TestLock(solution).Model("m", "models", ("model.gguf", "gguf")).Write();
        var path = solution.PathOf("models/model.gguf");

        // Remembered only when it has not changed for two seconds; the restore and the builds take longer.
        solution.Build("build", "App").Succeeds();
        solution.Build("build", "App", "--no-restore").Succeeds();
        var cached = solution.Build("build", "App", "--no-restore").Succeeds();
        Assert.Contains(cached.Messages, static message => message.Contains("from the cache: 1", StringComparison.Ordinal));

        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllBytes(path, ModelBytes.Gguf("afterw"));
        File.SetLastWriteTimeUtc(path, time);
        var build = solution.Build("build", "App", "--no-restore").Fails();

        Assert.Equal($"error SCA2104 {models.At("m", "model.gguf", "sha256")}", Assert.Single(build.Errors).Brief);
    }
}
