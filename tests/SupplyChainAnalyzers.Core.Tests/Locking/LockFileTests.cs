using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking;

namespace SupplyChainAnalyzers.Core.Tests.Locking;

public sealed class LockFileTests
{
    [Fact]
    public void Writes_once_and_then_leaves_the_file_alone()
    {
        using var tree = new LockTree("a.onnx", "m/config.json", "m/model.safetensors");
        Assert.True(LockFile.Update(tree.LockPath, new LockOptions()).IsWritten);
        var written = File.GetLastWriteTimeUtc(tree.LockPath);
        Assert.False(LockFile.Update(tree.LockPath, new LockOptions()).IsWritten);
        Assert.Equal(written, File.GetLastWriteTimeUtc(tree.LockPath));
    }

    [Fact]
    public void Leaves_no_temporary_file()
    {
        using var tree = new LockTree("a.onnx");
        LockFile.Update(tree.LockPath, new LockOptions());
        Assert.Equal(["a.onnx", "models.lock"], Directory.GetFiles(tree.Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Check_accepts_what_was_written()
    {
        using var tree = new LockTree("a.onnx");
        LockFile.Update(tree.LockPath, new LockOptions());
        Assert.Empty(LockFile.Check(tree.LockPath, new LockOptions()).Findings);
    }

    [Fact]
    public void Check_names_each_difference_at_its_place_and_writes_nothing()
    {
        using var tree = new LockTree("a.onnx", "b.onnx", "c.onnx");
        LockFile.Update(tree.LockPath, new LockOptions());
        var bytes = File.ReadAllBytes(tree.LockPath);
        tree.Add("a.onnx", seed: 1).Add("d.onnx");
        File.Delete(tree.Full("b.onnx"));

        var findings = LockFile.Check(tree.LockPath, new LockOptions()).Findings.Select(static finding => finding.Finding).ToList();
        Assert.All(findings, finding => Assert.Equal((Rules.LockOutdated, tree.LockPath), (finding.Rule, finding.File)));
        Assert.Equal(["a", "b", "d"], findings.Select(static finding => finding.Model));
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        Assert.Contains("\"a.onnx\": { \"sha256\":", lines[findings[0].Region.Line - 1], StringComparison.Ordinal);
        Assert.Contains("\"b\": {", lines[findings[1].Region.Line - 1], StringComparison.Ordinal);
        Assert.All(findings, static finding => Assert.Contains("run: models lock", finding.Message, StringComparison.Ordinal));
        Assert.Equal(bytes, File.ReadAllBytes(tree.LockPath));
    }

    [Fact]
    public void Check_sees_a_mere_change_of_form()
    {
        using var tree = new LockTree("a.onnx");
        LockFile.Update(tree.LockPath, new LockOptions());
        File.AppendAllText(tree.LockPath, "\n");
        Assert.Equal(Rules.LockOutdated, Assert.Single(LockFile.Check(tree.LockPath, new LockOptions()).Findings).Finding.Rule);
    }

    [Theory]
    [InlineData("\"treeHash\": \"sha256:", "\"treeHash\": \"sha256:0000")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"XYZ")]
    [InlineData("\"size\": ", "\"size\": -")]
    public void What_is_computed_anyway_may_be_wrong_in_the_old_lock(string old, string wrong)
    {
        using var tree = new LockTree("a.onnx");
        LockFile.Update(tree.LockPath, new LockOptions());
        var good = File.ReadAllText(tree.LockPath);
        File.WriteAllText(tree.LockPath, good.Replace(old, wrong, StringComparison.Ordinal).Replace("\"role\": \"model\"", "\"role\": \"base\"", StringComparison.Ordinal));
        Assert.True(LockFile.Update(tree.LockPath, new LockOptions()).IsWritten);
        Assert.Equal(good.Replace("\"role\": \"model\"", "\"role\": \"base\"", StringComparison.Ordinal), File.ReadAllText(tree.LockPath));
    }

    [Theory]
    [InlineData("{", "SCA2002")]
    [InlineData("{ \"lockVersion\": 2, \"models\": {} }", "SCA2003")]
    [InlineData("{ \"lockVersion\": 1, \"models\": {}, \"extra\": 1 }", "SCA2005")]
    [InlineData("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n", "SCA2011")]
    public void Any_other_fault_changes_nothing(string text, string rule)
    {
        using var tree = new LockTree("a.onnx").Write("models.lock", text);
        var outcome = LockFile.Update(tree.LockPath, new LockOptions());
        Assert.Null(outcome.Lock);
        Assert.Contains(outcome.Findings, finding => finding.Finding.Rule.Id == rule && finding.Level == Level.Error);
        Assert.Equal(text, File.ReadAllText(tree.LockPath));
    }

    [Fact]
    public void Rebuild_begins_with_nothing()
    {
        using var tree = new LockTree("a.onnx").Write("models.lock", "{");
        Assert.True(LockFile.Update(tree.LockPath, new LockOptions { Rebuild = true }).IsWritten);
    }

    [Fact]
    public void A_lock_that_cannot_be_written_is_a_coded_error()
    {
        using var tree = new LockTree("a.onnx");
        Directory.CreateDirectory(tree.LockPath);
        var finding = Assert.Single(LockFile.Update(tree.LockPath, new LockOptions()).Findings);
        Assert.Equal((Rules.Unreadable, Level.Error), (finding.Finding.Rule, finding.Level));
    }

    [Fact]
    public void Cancellation_leaves_the_old_lock()
    {
        using var tree = new LockTree("a.onnx");
        LockFile.Update(tree.LockPath, new LockOptions());
        var bytes = File.ReadAllBytes(tree.LockPath);
        tree.Add("b.onnx");
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => LockFile.Update(tree.LockPath, new LockOptions { Progress = (_, _) => source.Cancel() }, source.Token));
        Assert.Equal(bytes, File.ReadAllBytes(tree.LockPath));
    }
}
