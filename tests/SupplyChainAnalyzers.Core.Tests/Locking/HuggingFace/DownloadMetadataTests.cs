using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking;
using SupplyChainAnalyzers.Core.Locking.HuggingFace;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Locking.HuggingFace;

/// <summary>Models downloaded into a plain folder, with <c>.cache/huggingface/download</c> beside them.</summary>
public sealed class DownloadMetadataTests
{
    private const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";
    private const string Newer = "1111111111111111111111111111111111111111";
    private static readonly string Tag = new('a', 64);

    [Fact]
    public void Three_lines_are_read() =>
        Assert.Equal(new DownloadMetadata(Commit, Tag), DownloadMetadata.TryParse($"{Commit}\n{Tag}\n1718000000.123\n"));

    [Fact]
    public void A_git_id_is_a_tag_too() => Assert.Equal(Commit, DownloadMetadata.TryParse($"{Commit}\n{Newer}\n1718000000\n")?.Commit);

    [Theory]
    [InlineData("")]
    [InlineData("main\nTAG\n1.0\n")]
    [InlineData("COMMIT\nTAG\n")]
    [InlineData("COMMIT\nTAG\n1.0\nmore\n")]
    [InlineData("COMMIT\n\"TAG\"\n1.0\n")]
    [InlineData("COMMIT\nTAG\nyesterday\n")]
    [InlineData("COMMIT x\nTAG\n1.0\n")]
    [InlineData("COMMIT\nTAG\n\n")]
    public void Anything_else_is_nothing(string text) =>
        Assert.Null(DownloadMetadata.TryParse(text.Replace("COMMIT", Commit, StringComparison.Ordinal).Replace("TAG", Tag, StringComparison.Ordinal)));

    [Fact]
    public void Random_texts_never_throw()
    {
        var random = new Random(3);
        var alphabet = (Commit + "\n\r\0.é\uD800 ").ToCharArray();
        for (var i = 0; i < 20_000; i++)
            DownloadMetadata.TryParse(new string(random.GetItems(alphabet, random.Next(150))));
    }

    [Fact]
    public void The_repository_is_asked_for_when_nothing_names_it()
    {
        using var tree = Download(Commit);
        var outcome = tree.Build();
        Assert.Null(outcome.Lock!.Models["ner"].Source);
        var finding = Assert.Single(outcome.Findings);
        Assert.Equal((Rules.LockSourceIncomplete, Level.Message), (finding.Finding.Rule, finding.Level));
        Assert.Contains("models lock ner --repo", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_repository_the_source_is_recorded_and_kept()
    {
        using var tree = Download(Commit);
        var named = tree.Lock(tree.Lock(), new LockOptions { Names = ["ner"], HubRepository = "acme/ner" });
        AssertSource(named, "acme/ner", Commit);
        var again = tree.Build(named);
        Assert.Empty(again.Changes);
        Assert.Empty(again.Findings);
    }

    [Fact]
    public void A_newer_download_moves_the_revision()
    {
        using var tree = Download(Commit);
        var before = tree.Lock(tree.Lock(), new LockOptions { Names = ["ner"], HubRepository = "acme/ner" });
        tree.Add("m/ner/model.onnx", seed: 4);
        Record(tree, Newer, "model.onnx");
        Record(tree, Newer, "config.json");
        Record(tree, Newer, "tokenizer.json");
        var outcome = tree.Build(before);
        AssertSource(outcome.Lock!, "acme/ner", Newer);
        Assert.Empty(outcome.Findings);
    }

    [Fact]
    public void A_file_altered_after_the_download_loses_the_source()
    {
        using var tree = Download(Commit);
        var before = tree.Lock(tree.Lock(), new LockOptions { Names = ["ner"], HubRepository = "acme/ner" });
        tree.Add("m/ner/model.onnx", seed: 4);
        var outcome = tree.Build(before);
        Assert.Null(outcome.Lock!.Models["ner"].Source);
        Assert.Equal(Rules.LockSourceContradicted, Assert.Single(outcome.Findings).Finding.Rule);
    }

    [Fact]
    public void Files_of_two_revisions_prove_none()
    {
        using var tree = Download(Commit);
        Record(tree, Newer, "config.json");
        var outcome = tree.Build();
        Assert.Null(outcome.Lock!.Models["ner"].Source);
        Assert.Empty(outcome.Findings);
    }

    [Fact]
    public void Without_proof_a_changed_model_keeps_its_source_and_says_so()
    {
        using var tree = Download(Commit);
        var before = tree.Lock(tree.Lock(), new LockOptions { Names = ["ner"], HubRepository = "acme/ner" });
        Directory.Delete(tree.Full("m/ner/.cache"), recursive: true);
        tree.Add("m/ner/model.onnx", seed: 4);
        var outcome = tree.Build(before);
        AssertSource(outcome.Lock!, "acme/ner", Commit);
        Assert.Equal(Rules.LockSourceStale, Assert.Single(outcome.Findings).Finding.Rule);
    }

    [Fact]
    public void A_source_of_another_kind_is_left_to_people()
    {
        using var tree = Download(Commit);
        var before = tree.Lock();
        var url = new ModelSource { Type = SourceType.Url, Url = "https://example.org/ner" };
        var entry = before.Models["ner"];
        var edited = new ModelsLock { Models = new Dictionary<string, ModelEntry> { ["ner"] = new() { Name = "ner", Path = entry.Path, Files = entry.Files, TreeHash = entry.TreeHash, Source = url } } };
        Assert.Same(url, tree.Lock(edited).Models["ner"].Source);
    }

    private static LockTree Download(string commit)
    {
        var tree = new LockTree("m/ner/config.json", "m/ner/tokenizer.json", "m/ner/model.onnx");
        foreach (var file in new[] { "config.json", "tokenizer.json", "model.onnx" })
            Record(tree, commit, file);
        return tree.Write("m/ner/.cache/huggingface/.gitignore", "*");
    }

    private static void Record(LockTree tree, string commit, string file) => tree.Write(
        $"m/ner/.cache/huggingface/download/{file}.metadata",
        $"{commit}\n{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(tree.Full("m/ner/" + file))))}\n1718000000.5\n");

    private static void AssertSource(ModelsLock models, string repository, string revision)
    {
        var source = models.Models["ner"].Source;
        Assert.NotNull(source);
        Assert.Equal((SourceType.HuggingFace, repository, revision), (source.Type, source.Repo, source.Revision));
    }
}
