using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>Which files may lie beside declared ones.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly LockedTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("extra.bin")]
    [InlineData("tokenizer_config.json")]
    [InlineData("modeling.py")]
    [InlineData("model.safetensors")]
    [InlineData("onnx/model.onnx")]
    [InlineData("a/b/c/d.txt")]
    [InlineData("bin/x.json")]
    [InlineData(".hidden.onnx")]
    [InlineData("README.py")]
    [InlineData("LICENSE.bin")]
    [InlineData(".md")]
    public void Added_file_is_SCA2106_at_the_model(string added)
    {
        _tree.Declare("ner", "model.gguf", Samples.Gguf());
        _tree.Write("models/ner/" + added, "x");

        var finding = _tree.OneError(Rules.FileNotDeclared, _tree.ModelKey("ner"));
        Assert.Equal($"'models/ner/{added}' is not declared for 'ner'; remove it, or run: models lock ner", finding.Message);
        Assert.Equal(_tree.At("models/ner/" + added), finding.Subject);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README")]
    [InlineData("license.txt")]
    [InlineData(".gitattributes")]
    [InlineData(".git/config")]
    [InlineData(".cache/huggingface/download/model.gguf.metadata")]
    [InlineData("Loader.cs")]
    [InlineData("sample.png")]
    [InlineData("models.lock")]
    public void Harmless_file_is_silent(string added)
    {
        _tree.Declare("ner", "model.gguf", Samples.Gguf());
        _tree.Write("models/ner/" + added, "x");

        Assert.Empty(_tree.Verify().Findings);
    }

    [Fact]
    public void What_the_entry_names_elsewhere_is_silent()
    {
        _tree.Declare(
            "ner", "model.gguf", Samples.Gguf(),
            extra: "\"signature\": { \"type\": \"oms\", \"bundle\": \"model.sig\" }, \"provenance\": { \"attestation\": \"p.intoto.jsonl\" },");
        _tree.Write("models/ner/model.sig", "x");
        _tree.Write("models/ner/p.intoto.jsonl", "x");

        Assert.Empty(_tree.Verify().Findings);
    }

    [Fact]
    public void Models_may_share_a_folder()
    {
        _tree.Declare("a", "a.gguf", Samples.Gguf(1), path: "models").Declare("b", "b.gguf", Samples.Gguf(2), path: "models");
        Assert.Empty(_tree.Verify().Findings);

        _tree.Write("models/c.gguf", Samples.Gguf(3));
        _tree.OneError(Rules.FileNotDeclared, _tree.ModelKey("a"));
    }

    [Fact]
    public void Folder_of_another_model_is_its_own()
    {
        _tree.Declare("a", "a.gguf", Samples.Gguf(1), path: "models").Declare("b", "b.gguf", Samples.Gguf(2), path: "models/b");
        Assert.Empty(_tree.Verify().Findings);

        _tree.Write("models/b/c.txt", "x");
        _tree.OneError(Rules.FileNotDeclared, _tree.ModelKey("b"));
    }

    [Fact]
    public void In_the_locks_own_folder_only_a_model_beside_a_declared_one_is_too_much()
    {
        _tree.Declare("a", "a.gguf", Samples.Gguf(1), path: ".");
        _tree.Write("package.json", "{}");
        _tree.Write("tools/b.gguf", Samples.Gguf(2));
        _tree.Write("src/Program.cs", "x");
        Assert.Empty(_tree.Verify().Findings);

        _tree.Write("b.gguf", Samples.Gguf(2));
        var finding = _tree.OneError(Rules.FileNotDeclared, _tree.ModelKey("a"));
        Assert.StartsWith("'b.gguf' is not declared", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_below_the_locks_own_folder_are_found_and_guarded()
    {
        _tree.Declare("a", "assets/a.gguf", Samples.Gguf(1), path: ".");
        Assert.Empty(_tree.Verify().Findings);

        _tree.Write("assets/b.gguf", Samples.Gguf(2));
        _tree.Write("c.gguf", Samples.Gguf(3));
        _tree.OneError(Rules.FileNotDeclared, _tree.ModelKey("a"));
    }

    [Fact]
    public void Project_folder_is_shared()
    {
        _tree.Declare("a", "a.gguf", Samples.Gguf(1), path: "src/App").Declare("a", "vocab.txt", "x"u8.ToArray(), "text");
        _tree.Write("src/App/App.csproj", "<Project/>");
        _tree.Write("src/App/appsettings.json", "{}");
        _tree.Write("src/App/bin/Debug/a.gguf", Samples.Gguf(1));
        Assert.Empty(_tree.Verify().Findings);

        _tree.Write("src/App/b.gguf", Samples.Gguf(2));
        _tree.OneError(Rules.FileNotDeclared, _tree.ModelKey("a"));
    }

    [Fact]
    public void Project_file_does_not_relax_the_snapshot_of_a_hub()
    {
        _tree.Declare(
            "a", "a.gguf", Samples.Gguf(1),
            extra: "\"source\": { \"type\": \"huggingface\", \"repo\": \"o/n\", \"revision\": \"043235d6088ecd3dd5fb5ca3592b6913fd516027\" },")
            .Declare("a", "vocab.txt", "x"u8.ToArray(), "text");
        _tree.Write("models/a/x.csproj", "<Project/>");
        Assert.Empty(_tree.Verify().Findings);

        _tree.Write("models/a/modeling.py", "x");
        _tree.OneError(Rules.FileNotDeclared, _tree.ModelKey("a"));
    }

    [Fact]
    public void Many_added_files_do_not_flood_the_log()
    {
        _tree.Declare("a", "a.gguf", Samples.Gguf(1));
        for (var i = 0; i < 60; i++)
            _tree.Write($"models/a/{i:000}.bin", "x");

        var findings = _tree.Verify().Findings;
        Assert.Equal(51, findings.Count);
        Assert.Contains(findings, finding => finding.Finding.Message.Contains("10 more files", StringComparison.Ordinal));
    }

    [Fact]
    public void Folders_nested_too_deep_cannot_be_verified()
    {
        _tree.Declare("a", "a.gguf", Samples.Gguf(1));
        Directory.CreateDirectory(_tree.At("models/a/" + string.Join('/', Enumerable.Repeat("d", 66))));

        _tree.OneError(Rules.FileUnreadable, _tree.PathOf("a"));
    }
}
