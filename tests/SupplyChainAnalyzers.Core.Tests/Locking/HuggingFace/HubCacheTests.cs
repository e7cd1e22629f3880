using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Locking.HuggingFace;

/// <summary>Models in a Hugging Face cache: snapshots that link into blobs.</summary>
public sealed class HubCacheTests
{
    private const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";
    private const string Other = "1111111111111111111111111111111111111111";

    [Fact]
    public void A_snapshot_is_one_model_with_repository_revision_and_name()
    {
        using var tree = Cache();
        var models = tree.Lock();
        Assert.Equal([$"ner = hub/models--acme--ner/snapshots/{Commit}: config.json, onnx/model.onnx"], LockTree.Shape(models));
        AssertSource(models.Models["ner"].Source, "acme/ner", Commit, "v2.1.0");
    }

    [Fact]
    public void The_digest_is_that_of_the_content_not_of_the_link()
    {
        using var tree = Cache();
        var file = tree.Lock().Models["ner"].Files["onnx/model.onnx"];
        Assert.Equal(Sha256(LockTree.Content("model.onnx", 0)), file.Sha256);
    }

    [Fact]
    public void A_blob_that_lies_about_its_sha256_is_no_source()
    {
        using var tree = Cache();
        File.WriteAllBytes(tree.Full("hub/models--acme--ner/blobs/" + Sha256(LockTree.Content("model.onnx", 0))), LockTree.Content("model.onnx", 9));
        AssertContradiction(tree.Build());
    }

    [Fact]
    public void A_blob_that_lies_about_its_git_id_is_no_source()
    {
        using var tree = Cache();
        File.WriteAllText(tree.Full("hub/models--acme--ner/blobs/" + GitId(LockTree.Content("config.json", 0))), "{}");
        AssertContradiction(tree.Build());
    }

    [Fact]
    public void Main_is_named_only_when_nothing_else_points_there()
    {
        using var tree = Cache();
        File.Delete(tree.Full("hub/models--acme--ner/refs/v2.1.0"));
        AssertSource(tree.Lock().Models["ner"].Source, "acme/ner", Commit, "main");
    }

    [Fact]
    public void A_recorded_name_stays_while_the_revision_does()
    {
        using var tree = Cache();
        var before = tree.Lock();
        tree.Write("hub/models--acme--ner/refs/a-newer-tag", Commit);
        Assert.Empty(tree.Build(before).Changes);
    }

    [Fact]
    public void Two_snapshots_are_two_models()
    {
        using var tree = Cache();
        Snapshot(tree, Other, ("model.onnx", LockTree.Content("model.onnx", 2)));
        Assert.Equal(["ner", "ner-1111111"], tree.Lock().Models.Keys);
    }

    [Fact]
    public void A_link_out_of_the_cache_is_an_error()
    {
        using var outside = new LockTree("secret.onnx");
        using var tree = Cache();
        tree.Link($"hub/models--acme--ner/snapshots/{Commit}/extra.onnx", outside.Full("secret.onnx"));
        AssertEscape(tree.Build());
    }

    [Fact]
    public void A_blob_that_is_itself_a_link_out_is_an_error()
    {
        using var outside = new LockTree("secret.onnx");
        using var tree = Cache();
        tree.Link("hub/models--acme--ner/blobs/" + Sha256([1]), outside.Full("secret.onnx"))
            .Link($"hub/models--acme--ner/snapshots/{Commit}/extra.onnx", "../../blobs/" + Sha256([1]));
        AssertEscape(tree.Build());
    }

    [Fact]
    public void A_folder_that_is_named_like_a_cache_and_is_none_is_an_ordinary_one()
    {
        using var tree = new LockTree("models--acme--ner/a.onnx");
        Assert.Equal(["a = models--acme--ner: a.onnx"], LockTree.Shape(tree.Lock()));
    }

    [Theory]
    [InlineData("main")]
    [InlineData("043235d")]
    [InlineData("043235D6088ECD3DD5FB5CA3592B6913FD516027")]
    public void A_snapshot_that_is_no_commit_is_not_looked_at(string name)
    {
        using var tree = Cache();
        Directory.Move(tree.Full($"hub/models--acme--ner/snapshots/{Commit}"), tree.Full($"hub/models--acme--ner/snapshots/{name}"));
        Assert.Empty(tree.Lock().Models);
    }

    [Theory]
    [InlineData("not a commit")]
    [InlineData("")]
    [InlineData("043235d6088ecd3dd5fb5ca3592b6913fd516027 x")]
    public void A_reference_that_holds_something_else_names_nothing(string text)
    {
        using var tree = Cache();
        Directory.Delete(tree.Full("hub/models--acme--ner/refs"), recursive: true);
        tree.Write("hub/models--acme--ner/refs/main", text).Write("hub/models--acme--ner/refs/big", Commit + new string(' ', 2000));
        AssertSource(tree.Lock().Models["ner"].Source, "acme/ner", Commit, null);
    }

    [Fact]
    public void The_written_lock_can_be_read()
    {
        using var tree = Cache();
        Assert.Empty(ModelsLockReader.Read(ModelsLockWriter.Write(tree.Lock()), tree.LockPath).Errors);
    }

    private static LockTree Cache()
    {
        var tree = new LockTree();
        Snapshot(tree, Commit, ("config.json", LockTree.Content("config.json", 0)), ("onnx/model.onnx", LockTree.Content("model.onnx", 0)));
        return tree.Write("hub/models--acme--ner/refs/main", Commit).Write("hub/models--acme--ner/refs/v2.1.0", Commit).Write("hub/models--acme--ner/refs/old", Other);
    }

    private static void Snapshot(LockTree tree, string commit, params (string Path, byte[] Content)[] files)
    {
        foreach (var (path, content) in files)
        {
            var tag = path.EndsWith(".json", StringComparison.Ordinal) ? GitId(content) : Sha256(content);
            var up = string.Concat(Enumerable.Repeat("../", 2 + path.Count(static c => c == '/')));
            tree.Write("hub/models--acme--ner/blobs/" + tag, content).Link($"hub/models--acme--ner/snapshots/{commit}/{path}", up + "blobs/" + tag);
        }
    }

    private static void AssertSource(ModelSource? source, string repository, string revision, string? name)
    {
        Assert.NotNull(source);
        Assert.Equal((SourceType.HuggingFace, repository, revision, name), (source.Type, source.Repo, source.Revision, source.ResolvedFrom));
    }

    private static void AssertContradiction(LockOutcome outcome)
    {
        Assert.Equal(Rules.LockSourceContradicted, Assert.Single(outcome.Findings).Finding.Rule);
        Assert.Null(outcome.Lock!.Models["ner"].Source);
    }

    private static void AssertEscape(LockOutcome outcome)
    {
        Assert.Null(outcome.Lock);
        Assert.Equal(Rules.LinkEscapes, Assert.Single(outcome.Findings).Finding.Rule);
    }

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

#pragma warning disable CA5350 // git's own name for a file
    private static string GitId(byte[] content) => Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes($"blob {content.Length}\0"), .. content]));
#pragma warning restore CA5350
}
