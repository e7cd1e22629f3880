using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>Each thing that can be wrong with a file's bytes: its own code, at its own place.</summary>
public sealed class FileFaultTests : IDisposable
{
    private readonly LockedTree _tree = new();

    public FileFaultTests() => _tree
        .Declare("ner", "model.gguf", Samples.Gguf())
        .Declare("ner", "vocab.txt", "one\ntwo\nthree\n"u8.ToArray(), "text");

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Declared_files_as_declared_are_silent()
    {
        var result = _tree.Verify();

        Assert.Empty(result.Findings);
        Assert.False(result.Failed);
        Assert.Equal((1, 2, 2, 0), (result.Models, result.Files, result.Hashed, result.Cached));
        Assert.Equal(124 + 14, result.BytesHashed);
    }

    [Fact]
    public void Missing_file_is_SCA2101_at_its_key()
    {
        File.Delete(_tree.At("models/ner/model.gguf"));

        var finding = _tree.OneError(Rules.FileMissing, _tree.FileKey("ner", "model.gguf"));
        Assert.Equal("'models/ner/model.gguf' is missing (124 bytes); restore it, or run: models lock ner", finding.Message);
        Assert.Equal(_tree.At("models/ner/model.gguf"), finding.Subject);
        Assert.Equal("ner", finding.Model);
    }

    [Fact]
    public void Model_without_any_of_its_files_is_one_SCA2101_at_its_path()
    {
        Directory.Delete(_tree.At("models"), recursive: true);

        _tree.OneError(Rules.FileMissing, _tree.PathOf("ner"));
    }

    [Fact]
    public void Truncated_file_is_SCA2102_at_its_size()
    {
        _tree.Write("models/ner/model.gguf", Samples.Gguf()[..50]);

        var finding = _tree.OneError(Rules.FileTruncated, _tree.SizeOf("ner", "model.gguf"));
        Assert.Contains("has 50 bytes, 124 are declared", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Emptied_file_is_SCA2102_at_its_size()
    {
        _tree.Write("models/ner/model.gguf", []);

        _tree.OneError(Rules.FileTruncated, _tree.SizeOf("ner", "model.gguf"));
    }

    [Fact]
    public void Longer_file_is_SCA2103_at_its_size()
    {
        _tree.Write("models/ner/model.gguf", Samples.Gguf(101));

        _tree.OneError(Rules.FileSize, _tree.SizeOf("ner", "model.gguf"));
    }

    [Fact]
    public void Flipped_bit_is_SCA2104_at_its_digest()
    {
        var bytes = Samples.Gguf();
        bytes[99] ^= 1;
        _tree.Write("models/ner/model.gguf", bytes);

        var finding = _tree.OneError(Rules.FileHash, _tree.ShaOf("ner", "model.gguf"));
        Assert.Equal(64, finding.Sha256!.Length);
        Assert.Contains("run: models lock ner", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_changed_places_are_each_SCA2105()
    {
        _tree.Declare("ner", "other.gguf", Samples.Gguf(100, 9));
        _tree.Write("models/ner/model.gguf", Samples.Gguf(100, 9));
        _tree.Write("models/ner/other.gguf", Samples.Gguf());

        var findings = _tree.Verify().Findings;

        Assert.Equal(["SCA2105", "SCA2105"], findings.Select(finding => finding.Finding.Rule.Id));
        Assert.Equal(_tree.FileKey("ner", "model.gguf"), findings[0].Finding.Region);
        Assert.Contains("'models/ner/other.gguf'", findings[0].Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_of_a_declared_file_of_another_size_is_SCA2105()
    {
        _tree.Declare("other", "big.gguf", Samples.Gguf(500));
        _tree.Write("models/ner/model.gguf", Samples.Gguf(500));

        var finding = _tree.OneError(Rules.FileSwapped, _tree.FileKey("ner", "model.gguf"));
        Assert.Contains("'models/other/big.gguf'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pickle_in_place_of_a_model_is_SCA2107_at_its_format()
    {
        _tree.Write("models/ner/model.gguf", Samples.Pickle());

        var finding = _tree.OneError(Rules.FileFormat, _tree.FormatOf("ner", "model.gguf"));
        Assert.Contains("declared as gguf", finding.Message, StringComparison.Ordinal);
        Assert.Contains("pickle", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_the_lock_states_wrongly_is_SCA2107_although_the_bytes_are_declared()
    {
        var file = _tree["ner"].Files["model.gguf"];
        _tree["ner"].Files["model.gguf"] = file with { Format = "safetensors" };
        _tree.WriteLock();

        var finding = _tree.OneError(Rules.FileFormat, _tree.FormatOf("ner", "model.gguf"));
        Assert.Contains("declared as safetensors but has the format GGUF (gguf)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lfs_pointer_is_SCA2108_and_says_how_to_fetch_it()
    {
        var declared = _tree["ner"].Files["model.gguf"];
        _tree.Write("models/ner/model.gguf", Samples.LfsPointer(declared.Sha256!, declared.Size));

        var finding = _tree.OneError(Rules.LfsPointer, _tree.FileKey("ner", "model.gguf"));
        Assert.Contains("git lfs pull --include=\"models/ner/model.gguf\"", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lfs_pattern_starts_at_the_root_of_the_repository()
    {
        using var outer = new LockedTree();
        Directory.CreateDirectory(outer.At(".git"));
        outer.Declare("m", "a.gguf", Samples.Gguf(), path: "src/models/m");
        var request = outer.Request with { LockPath = outer.Write("src/models.lock", File.ReadAllText(outer.LockPath).Replace("src/models", "models", StringComparison.Ordinal)) };
        outer.Write("src/models/m/a.gguf", Samples.LfsPointer(new string('a', 64), 124));

        var finding = Assert.Single(Core.Verification.ModelVerifier.Verify(request).Findings).Finding;
        Assert.EndsWith("run: git lfs pull --include=\"src/models/m/a.gguf\"", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lfs_pointer_to_other_content_says_so()
    {
        _tree.Write("models/ner/model.gguf", Samples.LfsPointer(new string('a', 64), 124));

        var finding = _tree.OneError(Rules.LfsPointer, _tree.FileKey("ner", "model.gguf"));
        Assert.Contains("other content than declared", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one\r\ntwo\r\nthree\r\n")]
    [InlineData("one\ntwo\r\nthree\n")]
    public void Rewritten_line_endings_are_SCA2109_at_the_digest(string text)
    {
        _tree.Write("models/ner/vocab.txt", text);

        var finding = _tree.OneError(Rules.LineEndings, _tree.ShaOf("ner", "vocab.txt"));
        Assert.Contains(".gitattributes", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_text_with_rewritten_line_endings_is_no_SCA2109()
    {
        _tree.Write("models/ner/vocab.txt", "one\r\ntwo\r\nthred\r\n");

        _tree.OneError(Rules.FileSize, _tree.SizeOf("ner", "vocab.txt"));
    }

    [Fact]
    public void Folder_in_place_of_a_file_is_SCA2112()
    {
        File.Delete(_tree.At("models/ner/model.gguf"));
        Directory.CreateDirectory(_tree.At("models/ner/model.gguf"));

        var finding = _tree.OneError(Rules.FileUnreadable, _tree.FileKey("ner", "model.gguf"));
        Assert.Contains("it is a folder", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_stand_in_order_of_their_place()
    {
        _tree.Declare("abc", "model.gguf", Samples.Gguf());
        _tree.Write("models/ner/model.gguf", Samples.Gguf(100, 1));
        _tree.Write("models/ner/vocab.txt", "x");
        _tree.Write("models/ner/added.bin", "x");
        File.Delete(_tree.At("models/abc/model.gguf"));

        var first = _tree.Verify().Findings;
        var again = _tree.Verify().Findings;

        Assert.Equal(["SCA2101", "SCA2106", "SCA2104", "SCA2102"], first.Select(finding => finding.Finding.Rule.Id));
        Assert.Equal(first.Select(Line), again.Select(Line));
        Assert.Equal(first.Select(finding => finding.Finding.Region.Line).Order(), first.Select(finding => finding.Finding.Region.Line));

        static string Line(DecidedFinding finding) => finding.ToString();
    }

    [Fact]
    public void Hostile_name_is_shown_safely()
    {
        const string Name = "\u202Egnp.##vso[x]$(y)%0a::error.gguf";
        _tree.Declare("bad", Name, Samples.Gguf(3));
        File.Delete(_tree.At("models/bad/" + Name));

        var message = Assert.Single(_tree.Verify().Findings).Finding.Message;

        Assert.Equal(message, Printable.Message(message));
        Assert.DoesNotContain('\u202E', message);
        Assert.DoesNotContain("##vso[", message, StringComparison.Ordinal);
        Assert.DoesNotContain("$(y)", message, StringComparison.Ordinal);
    }
}
