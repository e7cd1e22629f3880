using System.Text.Json.Nodes;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

public sealed class OmsComparisonTests : IDisposable
{
    private readonly SignedModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Every_difference_is_told()
    {
        _model.Remove("config.json");
        _model["weights/a.bin"] = [9];
        _model["weights/evil.py"] = [1];
        Assert.Equal(
            [new OmsDifference(OmsDifferenceKind.Missing, "config.json"), new(OmsDifferenceKind.Changed, "weights/a.bin"), new(OmsDifferenceKind.Extra, "weights/evil.py")],
            _model.Verify().Differences);
    }

    [Fact]
    public void Unsigned_files_that_are_allowed_are_told_as_unverified()
    {
        _model["new.txt"] = [1];
        var result = _model.Verify(new OmsOptions { IgnoreUnsignedFiles = true });
        Assert.True(result.IsValid);
        Assert.Equal(["new.txt"], result.Unverified);
    }

    [Fact]
    public void Ignored_folder_does_not_cover_its_neighbour()
    {
        _model["cache/x"] = [1];
        _model["cache2/x"] = [1];
        var result = _model.Verify(new OmsOptions { IgnoredPaths = ["cache"] });
        Assert.Equal([new OmsDifference(OmsDifferenceKind.Extra, "cache2/x")], result.Differences);
        Assert.Equal(["cache/x"], result.Unverified);
    }

    [Theory]
    [InlineData(".git/config", true)]
    [InlineData(".gitattributes", true)]
    [InlineData(".github/workflows/x.yml", true)]
    [InlineData("sub/.git/config", false)]
    [InlineData(".gitmodules", false)]
    public void Hub_files_are_left_out_at_the_top_only(string path, bool ignored)
    {
        _model[path] = [1];
        var result = _model.Verify();
        Assert.Equal(ignored, result.IsValid);
        Assert.Equal(ignored ? 1 : 0, result.Unverified.Count);
    }

    [Fact]
    public void Signed_file_is_compared_even_where_it_is_ignored()
    {
        _model.Statement = _model.StatementOf(["config.json", "weights/a.bin", "weights/b.bin"]);
        _model["config.json"] = [0];
        Assert.Equal([new OmsDifference(OmsDifferenceKind.Changed, "config.json")], _model.Verify(new OmsOptions { IgnoredPaths = ["config.json"] }).Differences);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Links_need_signer_and_verifier(bool recorded, bool allowed, bool valid)
    {
        _model.Predicate["serialization"]!["allow_symlinks"] = recorded;
        _model.Remove("config.json");
        _model["link-target"] = "{}"u8.ToArray();
        _model.Remove("link-target");
        _model.Strange.Add(new ModelItem("config.json", 2, ModelItemKind.Link));
        var linked = new LinkedModel(_model);
        var result = OmsVerifier.Verify(BundleReader.Read(_model.Bundle()), new KeyTrust(_model.Key), linked, new OmsOptions { AllowLinks = allowed });
        Assert.Equal(valid, result.IsValid);
    }

    [Fact]
    public void What_is_neither_file_nor_link_is_told()
    {
        _model.Strange.Add(new ModelItem("pipe", 0, ModelItemKind.Other));
        Assert.Equal([new OmsDifference(OmsDifferenceKind.Unreadable, "pipe")], _model.Verify(new OmsOptions { IgnoreUnsignedFiles = true }).Differences);
    }

    [Theory]
    [InlineData("blake2b")]
    [InlineData("blake3")]
    public void Other_digests_are_verified(string name)
    {
        _model.Statement = _model.StatementOf(["config.json", "weights/a.bin", "weights/b.bin"], OmsHashes.Find(name)!.Value);
        Assert.True(_model.Verify().IsValid);
        _model["config.json"] = [0];
        Assert.False(_model.Verify().IsValid);
    }

    [Theory]
    [InlineData(new[] { "0:2", "2:3" }, true)]
    [InlineData(new[] { "2:3", "0:2" }, true)]
    [InlineData(new[] { "0:2" }, false)]
    [InlineData(new[] { "2:3" }, false)]
    [InlineData(new[] { "0:1", "1:3" }, false)]
    [InlineData(new[] { "0:3" }, false)]
    [InlineData(new[] { "0:2", "1:3" }, false)]
    public void Parts_must_tile_the_file(string[] parts, bool valid)
    {
        _model.Remove("config.json");
        _model.Remove("weights/b.bin");
        var resources = new JsonArray();
        foreach (var part in parts)
        {
            int[] ends = [.. part.Split(':').Select(int.Parse)];
            resources.Add(new JsonObject { ["name"] = "weights/a.bin:" + part, ["algorithm"] = "sha256-sharded-2", ["digest"] = Convert.ToHexStringLower(_model.Digest("weights/a.bin", OmsHash.Sha256, ends[0], ends[1])) });
        }

        _model.Predicate["resources"] = resources;
        _model.Predicate["serialization"] = new JsonObject { ["method"] = "shards", ["hash_type"] = "sha256", ["shard_size"] = 2.0, ["allow_symlinks"] = false };
        SignedModel.WithRoot(_model.Statement);
        Assert.Equal(valid, _model.Verify().IsValid);
    }

    private sealed class LinkedModel(SignedModel model) : IModelContent
    {
        public bool IsSingleFile => false;

        public IReadOnlyList<ModelItem> Items => model.Items;

        public byte[] Digest(string path, OmsHash hash, long start = 0, long? end = null) =>
            path == "config.json" ? OmsHashes.Compute(hash, new MemoryStream("{}"u8.ToArray()), 2) : model.Digest(path, hash, start, end);
    }
}
