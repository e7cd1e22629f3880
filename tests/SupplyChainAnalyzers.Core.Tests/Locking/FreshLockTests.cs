using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Locking;

/// <summary>A lock that was just written verifies.</summary>
public sealed class FreshLockTests
{
    [Fact]
    public void Files_beside_a_lone_model_that_a_loader_may_open_are_locked_with_it()
    {
        using var tree = new LockTree("m/net.onnx", "m/net.labels.txt", "m/other.onnx", "m/README.md", "m/data/x.csv");
        Assert.Equal(["net = m: data/x.csv, net.labels.txt, net.onnx", "other = m: other.onnx"], LockTree.Shape(tree.Lock()));
        AssertVerifies(tree);
    }

    [Fact]
    public void In_a_project_folder_they_are_not()
    {
        using var tree = new LockTree("App/App.csproj", "App/net.onnx", "App/appsettings.json");
        Assert.Equal(["net = App: net.onnx"], LockTree.Shape(tree.Lock()));
        AssertVerifies(tree);
    }

    [Fact]
    public void A_file_that_git_ignores_is_left_out_and_said_to_be_in_the_way()
    {
        using var tree = new LockTree("m/net.onnx", "m/notes.log").Write(".gitignore", "*.log");
        var outcome = tree.Build();
        Assert.Equal(["net = m: net.onnx"], LockTree.Shape(outcome.Lock!));
        var finding = Assert.Single(outcome.Findings);
        Assert.Equal((Rules.FileNotDeclared, Level.Warning), (finding.Finding.Rule, finding.Level));
    }

    [Fact]
    public void A_model_beside_a_named_one_is_not_taken_in()
    {
        using var tree = new LockTree("m/a.onnx");
        var before = tree.Lock();
        tree.Add("m/b.onnx").Add("m/labels.txt");
        Assert.Equal(["a = m: a.onnx, labels.txt"], LockTree.Shape(tree.Lock(before, new LockOptions { Names = ["a"] })));
    }

    [Fact]
    public void Random_trees_verify_after_locking()
    {
        var random = new Random(23);
        string[] names =
        [
            "a.onnx", "b.gguf", "model.onnx", "model.safetensors", "config.json", "tokenizer.json", "vocab.txt", "net-00001-of-00002.gguf", "net-00002-of-00002.gguf",
            "n.onnx", "n.onnx_data", "App.csproj", "data.dat", "README.md", "labels.txt", "Program.cs", "x.log", "saved_model.pb",
        ];
        string[] folders = ["", "m/", "m/sub/", "m/sub/deep/", "k/", "k/m/", "bin/"];
        for (var round = 0; round < 60; round++)
        {
            using var tree = new LockTree();
            foreach (var _ in Enumerable.Range(0, random.Next(1, 25)))
                tree.Add(folders[random.Next(folders.Length)] + names[random.Next(names.Length)], random.Next(3));
            AssertVerifies(tree);

            // And after a change, locked again.
            foreach (var _ in Enumerable.Range(0, random.Next(1, 8)))
                tree.Add(folders[random.Next(folders.Length)] + names[random.Next(names.Length)], random.Next(3));
            foreach (var file in Directory.GetFiles(tree.Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal) && random.Next(5) == 0))
                File.Delete(file);
            AssertVerifies(tree);
        }
    }

    private static void AssertVerifies(LockTree tree)
    {
        var locked = LockFile.Update(tree.LockPath, new LockOptions());
        Assert.Empty(locked.Findings);
        var result = ModelVerifier.Verify(new VerificationRequest { LockPath = tree.LockPath, Mode = "strict", InspectContent = false });

        // Without a scanner strict mode has more to say; here it is about files and lock.
        Assert.Empty(result.Findings.Where(static finding => finding.Finding.Rule.Id.StartsWith("SCA2", StringComparison.Ordinal)).Select(static finding => finding.Finding.Message));
    }
}
