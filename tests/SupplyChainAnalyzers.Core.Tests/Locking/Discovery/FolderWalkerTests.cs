using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking;

namespace SupplyChainAnalyzers.Core.Tests.Locking.Discovery;

/// <summary>What a search sees and what it passes by.</summary>
public sealed class FolderWalkerTests
{
    [Theory]
    [InlineData("bin/a.onnx")]
    [InlineData("src/App/obj/a.onnx")]
    [InlineData("node_modules/x/a.onnx")]
    [InlineData(".venv/lib/a.onnx")]
    [InlineData(".git/a.onnx")]
    [InlineData(".cache/huggingface/a.onnx")]
    public void Passes_by_what_is_never_a_model_of_the_repository(string path)
    {
        using var tree = new LockTree(path, "m/real.onnx");
        Assert.Equal(["real"], tree.Lock().Models.Keys);
    }

    [Fact]
    public void Leaves_out_what_gitignore_excludes()
    {
        using var tree = new LockTree("a.onnx", "b.onnx", "big/c.onnx", "sub/d.onnx", "sub/e.onnx")
            .Write(".gitignore", "/b.onnx\nbig/\n").Write("sub/.gitignore", "d.*\n");
        Assert.Equal(["a", "e"], tree.Lock().Models.Keys);
    }

    [Fact]
    public void Searches_everything_when_told_to()
    {
        using var tree = new LockTree("a.onnx", "big/c.onnx").Write(".gitignore", "*.onnx");
        Assert.Equal(["a", "c"], tree.Lock(options: new LockOptions { IncludeIgnored = true }).Models.Keys);
    }

    [Fact]
    public void A_folder_named_on_purpose_is_searched_though_it_is_ignored()
    {
        using var tree = new LockTree("big/c.onnx", "big/d.onnx").Write(".gitignore", "big/\nd.onnx\n");
        Assert.Equal(["c"], tree.Lock(options: new LockOptions { SearchPath = "big" }).Models.Keys);
    }

    [Fact]
    public void Gitignore_counts_from_the_top_of_the_repository()
    {
        using var tree = new LockTree("repo/models/a.onnx", "repo/models/b.onnx").Write("repo/.gitignore", "/models/a.onnx").Write("repo/.git/HEAD", "");
        var outcome = LockBuilder.Build(tree.Full("repo/models"), null, new LockOptions());
        Assert.Equal(["b"], outcome.Lock!.Models.Keys);
    }

    [Fact]
    public void Links_are_not_followed()
    {
        using var outside = new LockTree("x.onnx", "folder/y.onnx");
        using var tree = new LockTree("real.onnx").Link("x.onnx", outside.Full("x.onnx")).Link("folder", outside.Full("folder")).Link("loop", ".");
        Assert.Equal(["real"], tree.Lock().Models.Keys);
    }

    [Fact]
    public void Our_own_files_are_no_members_of_a_model()
    {
        using var tree = new LockTree("config.json", "tokenizer.json", "model.onnx", "models.lock.v1.json", "models.policy.json");
        Assert.DoesNotContain("models.policy.json", tree.Lock().Models["model"].Files.Keys);
    }

    [UnixFact]
    public void A_pipe_is_not_opened()
    {
        using var tree = new LockTree("real.onnx");
        Assert.Equal(0, mkfifo(tree.Full("pipe.onnx"), 0x1B6));
        Assert.Equal(["real"], tree.Lock().Models.Keys);
    }

    [Fact]
    public void A_folder_that_cannot_be_searched_is_an_error_that_says_what_to_do()
    {
        using var tree = new LockTree("real.onnx", string.Concat(Enumerable.Repeat("d/", 110)) + "a.onnx");
        var outcome = tree.Build();
        Assert.Null(outcome.Lock);
        var finding = Assert.Single(outcome.Findings).Finding;
        Assert.Equal(Rules.Unreadable, finding.Rule);
        Assert.Contains(".gitignore", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_ends_the_search()
    {
        using var tree = new LockTree("a.onnx");
        Assert.Throws<OperationCanceledException>(() => LockBuilder.Build(tree.Root, null, new LockOptions(), new CancellationToken(canceled: true)));
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
#pragma warning disable IDE1006, SYSLIB1054, CA2101 // a name of the C library, called once
    private static extern int mkfifo(string path, uint mode);
#pragma warning restore IDE1006, SYSLIB1054, CA2101
}
