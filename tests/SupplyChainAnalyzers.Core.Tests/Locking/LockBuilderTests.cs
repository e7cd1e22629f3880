using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Locking;

public sealed class LockBuilderTests
{
    [Fact]
    public void Facts_are_those_of_the_file()
    {
        using var tree = new LockTree("m/a.onnx");
        var file = tree.Lock().Models["a"].Files["a.onnx"];
        var bytes = File.ReadAllBytes(tree.Full("m/a.onnx"));
        Assert.Equal((bytes.LongLength, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), "onnx"), (file.Size, file.Sha256, file.Format));
    }

    [Fact]
    public void An_entry_keeps_all_that_people_and_tools_wrote()
    {
        using var tree = new LockTree("m/a.onnx");
        var before = With(tree.Lock(), "a", static entry => Copy(
            entry,
            "renamed",
            source: new ModelSource { Type = SourceType.Url, Url = "https://example.org/a.onnx" },
            license: "MIT",
            role: ModelRole.Finetune,
            provenance: new ProvenanceFact { BaseModel = "renamed" },
            behavior: new BehaviorFact { Checks = ["golden"] },
            signature: new SignatureFact { Type = "oms", Bundle = "a.sig" }));
        tree.Add("m/a.onnx", seed: 2);

        var outcome = tree.Build(before);
        var after = outcome.Lock!.Models["renamed"];
        var was = before.Models["renamed"];
        Assert.NotEqual(was.Files["a.onnx"].Sha256, after.Files["a.onnx"].Sha256);
        Assert.NotEqual(was.TreeHash, after.TreeHash);
        Assert.Equal(("MIT", ModelRole.Finetune), (after.License, after.Role));
        Assert.Same(was.Source, after.Source);
        Assert.Same(was.Provenance, after.Provenance);
        Assert.Same(was.Behavior, after.Behavior);
        Assert.Equal((was.Signature!.Type, was.Signature.Bundle, was.Signature.Signer), (after.Signature!.Type, after.Signature.Bundle, after.Signature.Signer));
        Assert.Equal((LockChangeKind.Changed, "renamed", "m/a.onnx"), Place(Assert.Single(outcome.Changes)));
    }

    [Fact]
    public void A_declared_format_stays_while_the_bytes_allow_it()
    {
        using var tree = new LockTree().Write("m/a.bin", [0xFE, 0x01, 0xC3, 1, 2, 3]).Add("m/model.onnx").Add("m/config.json");
        var before = With(tree.Lock(), "m", static entry => Copy(entry, "m", files: Map(entry.Files.Values.Select(static file =>
            new ModelFile { Path = file.Path, Format = file.Path == "a.bin" ? "raw" : "gguf", Size = file.Size, Sha256 = file.Sha256 }))));
        var files = tree.Lock(before).Models["m"].Files;
        Assert.Equal("raw", files["a.bin"].Format);
        Assert.Equal("onnx", files["model.onnx"].Format);
    }

    [Fact]
    public void A_file_that_is_gone_leaves_its_model()
    {
        using var tree = new LockTree("m/config.json", "m/tokenizer.json", "m/model.onnx", "m/vocab.txt");
        var before = tree.Lock();
        File.Delete(tree.Full("m/vocab.txt"));
        var outcome = tree.Build(before);
        Assert.DoesNotContain("vocab.txt", outcome.Lock!.Models["m"].Files.Keys);
        Assert.Equal((LockChangeKind.Removed, "m", "m/vocab.txt"), Place(Assert.Single(outcome.Changes)));
    }

    [Fact]
    public void A_file_that_comes_joins_the_model_of_its_folder()
    {
        using var tree = new LockTree("m/config.json", "m/tokenizer.json", "m/model.onnx");
        var before = tree.Lock();
        tree.Add("m/special_tokens_map.json");
        Assert.Equal((LockChangeKind.Added, "m", "m/special_tokens_map.json"), Place(Assert.Single(tree.Build(before).Changes)));
    }

    [Fact]
    public void A_model_that_is_gone_leaves_the_lock()
    {
        using var tree = new LockTree("a.onnx", "b.onnx");
        var before = tree.Lock();
        File.Delete(tree.Full("a.onnx"));
        var outcome = tree.Build(before);
        Assert.Equal(["b"], outcome.Lock!.Models.Keys);
        Assert.Equal((LockChangeKind.Removed, "a", (string?)null), Place(Assert.Single(outcome.Changes)));
    }

    [Theory]
    [InlineData(Presence.Fetch)]
    [InlineData(Presence.Deploy)]
    [InlineData(Presence.Built)]
    public void A_model_that_need_not_be_here_stays_as_declared(Presence presence)
    {
        using var tree = new LockTree("a.onnx");
        var before = With(tree.Lock(), "a", entry => Copy(entry, "a", presence: presence));
        File.Delete(tree.Full("a.onnx"));
        Assert.Equal(ModelsLockWriter.Write(before), ModelsLockWriter.Write(tree.Lock(before)));
    }

    [Fact]
    public void A_built_model_gets_no_fixed_digest()
    {
        using var tree = new LockTree("a.onnx");
        var before = With(tree.Lock(), "a", static entry => Copy(entry, "a", presence: Presence.Built, files: Map([new ModelFile { Path = "a.onnx", Format = "onnx" }])));
        var after = tree.Lock(before);
        Assert.Null(after.Models["a"].Files["a.onnx"].Sha256);
        Assert.Null(after.Models["a"].TreeHash);
    }

    [Fact]
    public void A_moved_model_keeps_its_name_and_license()
    {
        using var tree = new LockTree("old/a.onnx", "old/b.onnx");
        var before = With(tree.Lock(), "a", static entry => Copy(entry, "a", license: "MIT"));
        Directory.CreateDirectory(tree.Full("new"));
        File.Move(tree.Full("old/a.onnx"), tree.Full("new/other.onnx"));
        var after = tree.Lock(before);
        Assert.Equal(["a = new: other.onnx", "b = old: b.onnx"], LockTree.Shape(after));
        Assert.Equal("MIT", after.Models["a"].License);
    }

    [Fact]
    public void A_copy_is_not_a_move()
    {
        using var tree = new LockTree("old/a.onnx");
        var before = With(tree.Lock(), "a", static entry => Copy(entry, "a", license: "MIT"));
        tree.Write("x/one.onnx", File.ReadAllBytes(tree.Full("old/a.onnx"))).Write("x/two.onnx", File.ReadAllBytes(tree.Full("old/a.onnx")));
        File.Delete(tree.Full("old/a.onnx"));
        Assert.Equal(["one", "two"], tree.Lock(before).Models.Keys);
    }

    [Fact]
    public void An_ignored_file_that_is_declared_stays_declared()
    {
        using var tree = new LockTree("m/a.onnx");
        var before = tree.Lock();
        tree.Write(".gitignore", "m/\n").Add("m/a.onnx", seed: 5);
        Assert.Equal(LockChangeKind.Changed, Assert.Single(tree.Build(before).Changes).Kind);
    }

    [Fact]
    public void Named_models_alone_are_looked_at()
    {
        using var tree = new LockTree("a.onnx", "b.onnx");
        var before = tree.Lock();
        tree.Add("a.onnx", seed: 1).Add("b.onnx", seed: 1).Add("c.onnx");
        var outcome = tree.Build(before, new LockOptions { Names = ["a"] });
        Assert.Equal((LockChangeKind.Changed, "a", "a.onnx"), Place(Assert.Single(outcome.Changes)));
        Assert.Equal(1, outcome.Hashed);
    }

    [Fact]
    public void A_searched_folder_leaves_models_elsewhere_alone()
    {
        using var tree = new LockTree("x/a.onnx", "y/b.onnx");
        var before = tree.Lock();
        tree.Add("x/a.onnx", seed: 1).Add("y/b.onnx", seed: 1).Add("y/c.onnx");
        var outcome = tree.Build(before, new LockOptions { SearchPath = "y" });
        Assert.Equal(["b", "c"], outcome.Changes.Select(static change => change.Model));
    }

    [Fact]
    public void A_file_belongs_to_one_model_only()
    {
        using var tree = new LockTree("m/a.onnx", "m/b.onnx");
        var before = tree.Lock();
        tree.Add("m/config.json").Add("m/tokenizer.json").Add("m/c.onnx");
        var files = tree.Lock(before).Models.Values.SelectMany(static model => model.Files.Keys.Select(file => PathRules.Join(model.Path, file))).ToList();
        Assert.Equal(files.Distinct(), files);
        Assert.Contains("m/c.onnx", files);
    }

    [Fact]
    public void A_git_lfs_pointer_is_not_locked()
    {
        using var tree = new LockTree("real.onnx").Write("m/a.onnx", $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('a', 64)}\nsize 12345\n");
        var outcome = tree.Build();
        Assert.Null(outcome.Lock);
        var finding = Assert.Single(outcome.Findings).Finding;
        Assert.Equal(Rules.LfsPointer, finding.Rule);
        Assert.Contains("git lfs pull", finding.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_name_no_lock_can_hold_is_an_error()
    {
        using var tree = new LockTree("m/a:b.onnx");
        var outcome = tree.Build();
        Assert.Null(outcome.Lock);
        Assert.Equal(Rules.LockPath, Assert.Single(outcome.Findings).Finding.Rule);
    }

    [UnixFact]
    public void Names_that_differ_in_case_alone_are_an_error()
    {
        using var tree = new LockTree("m/net.onnx", "m/NET.onnx");
        if (Directory.GetFiles(tree.Full("m")).Length == 1)
            return; // a file system that ignores case has one file

        Assert.Contains(tree.Build().Findings, static finding => finding.Finding.Rule == Rules.LockPathCollision);
    }

    [Fact]
    public void Hosted_models_stay()
    {
        using var tree = new LockTree("a.onnx");
        var hosted = new Dictionary<string, HostedModel> { ["chat"] = new() { Name = "chat", Provider = "openai", Endpoint = "https://api.openai.com", Model = "gpt-4o-2024-08-06" } };
        Assert.Same(hosted, tree.Lock(new ModelsLock { Hosted = hosted }).Hosted);
    }

    // Random trees: locking what was locked changes nothing, and what is written can be read.
    [Fact]
    public void Locking_twice_gives_the_same_bytes()
    {
        var random = new Random(11);
        string[] names = ["a.onnx", "b.gguf", "model.onnx", "model.safetensors", "config.json", "tokenizer.json", "vocab.txt", "x.pkl", "net-00001-of-00002.gguf", "net-00002-of-00002.gguf", "n.onnx", "n.onnx_data", "App.csproj", "data.dat", "README.md", "saved_model.pb"];
        string[] folders = ["", "m/", "m/sub/", "m/sub/deep/", "k/", "k/m/"];
        for (var round = 0; round < 60; round++)
        {
            using var tree = new LockTree();
            foreach (var _ in Enumerable.Range(0, random.Next(1, 25)))
                tree.Add(folders[random.Next(folders.Length)] + names[random.Next(names.Length)], random.Next(3));

            var first = ModelsLockWriter.Write(tree.Lock());
            var read = ModelsLockReader.Read(Encoding.UTF8.GetBytes(first), tree.LockPath);
            Assert.Empty(read.Errors);
            var again = tree.Build(read.Value);
            Assert.Empty(again.Changes);
            Assert.Equal(first, ModelsLockWriter.Write(again.Lock!));
        }
    }

    private static (LockChangeKind, string, string?) Place(LockChange change) => (change.Kind, change.Model, change.Path);

    private static Dictionary<string, ModelFile> Map(IEnumerable<ModelFile> files) => files.ToDictionary(static file => file.Path);

    private static ModelsLock With(ModelsLock models, string name, Func<ModelEntry, ModelEntry> change) => new()
    {
        Models = models.Models.Values.Select(entry => entry.Name == name ? change(entry) : entry).OrderBy(static entry => entry.Name, StringComparer.Ordinal).ToDictionary(static entry => entry.Name),
        Hosted = models.Hosted,
    };

    private static ModelEntry Copy(
        ModelEntry entry,
        string name,
        ModelSource? source = null,
        string? license = null,
        ModelRole role = ModelRole.Model,
        Presence presence = Presence.Checkout,
        SignatureFact? signature = null,
        ProvenanceFact? provenance = null,
        BehaviorFact? behavior = null,
        IReadOnlyDictionary<string, ModelFile>? files = null) => new()
        {
            Name = name,
            Path = entry.Path,
            Files = files ?? entry.Files,
            TreeHash = files is null ? entry.TreeHash : TreeHash.Of(files.Values),
            Source = source,
            License = license,
            Role = role,
            Presence = presence,
            Signature = signature,
            Provenance = provenance,
            Behavior = behavior,
        };
}
