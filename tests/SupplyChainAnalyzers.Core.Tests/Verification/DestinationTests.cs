using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>Copies in output and publish folders.</summary>
public sealed class DestinationTests : IDisposable
{
    private readonly LockedTree _tree = new();

    public DestinationTests() => _tree.Declare("m", "a.gguf", Samples.Gguf()).Declare("m", "vocab.txt", "x"u8.ToArray(), "text");

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Same_bytes_are_silent()
    {
        var result = DestinationVerifier.Verify(_tree.Request, [Copy("a.gguf", Samples.Gguf()), Copy("vocab.txt", "x"u8.ToArray())]);

        Assert.Empty(result.Findings);
        Assert.Equal(2, result.Hashed);
    }

    [Fact]
    public void Other_bytes_are_SCA2121_at_the_digest_and_name_both_paths()
    {
        var copy = Copy("a.gguf", Samples.Gguf(100, 8));

        var finding = Assert.Single(Verify(copy));
        Assert.Equal(("SCA2121", Level.Error), (finding.Finding.Rule.Id, finding.Level));
        Assert.Equal((_tree.LockPath, _tree.ShaOf("m", "a.gguf"), copy.Destination), (finding.Finding.File, finding.Finding.Region, finding.Finding.Subject));
        Assert.Contains("publish", finding.Finding.Message, StringComparison.Ordinal);
        Assert.Contains("'models/m/a.gguf'", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_text_counts_as_well() =>
        Assert.Equal("SCA2121", Assert.Single(Verify(Copy("vocab.txt", "y"u8.ToArray()))).Finding.Rule.Id);

    [Fact]
    public void Source_that_was_changed_after_its_verification_is_found_at_the_destination()
    {
        Assert.Empty(_tree.Verify().Findings);
        var swapped = _tree.Write("models/m/a.gguf", Samples.Gguf(100, 8));
        File.Copy(swapped, _tree.Write("publish/a.gguf", ""), overwrite: true);

        Assert.Equal("SCA2121", Assert.Single(Verify(new ShippedCopy(swapped, _tree.At("publish/a.gguf")))).Finding.Rule.Id);
    }

    [Fact]
    public void Copy_that_is_not_there_is_SCA2122()
    {
        var finding = Assert.Single(Verify(new ShippedCopy(_tree.At("models/m/a.gguf"), _tree.At("publish/gone.gguf"))));

        Assert.Equal(("SCA2122", Level.Warning, _tree.FileKey("m", "a.gguf")), (finding.Finding.Rule.Id, finding.Level, finding.Finding.Region));
    }

    [Fact]
    public void Copy_that_is_hidden_is_SCA2122_with_the_reason()
    {
        var finding = Assert.Single(Verify(new ShippedCopy(_tree.At("models/m/a.gguf"), _tree.At("publish/a.gguf"), "bundled into 'App'")));

        Assert.Equal("SCA2122", finding.Finding.Rule.Id);
        Assert.Contains("it is bundled into 'App'", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_at_the_destination_is_SCA2122()
    {
        Directory.CreateDirectory(_tree.At("publish/a.gguf"));

        Assert.Equal("SCA2122", Assert.Single(Verify(new ShippedCopy(_tree.At("models/m/a.gguf"), _tree.At("publish/a.gguf")))).Finding.Rule.Id);
    }

    [Fact]
    public void What_is_not_declared_or_not_copied_is_passed_over() =>
        Assert.Empty(Verify(
            new ShippedCopy(_tree.Write("other.gguf", Samples.Gguf(4)), _tree.At("publish/other.gguf")),
            new ShippedCopy(_tree.At("models/m/a.gguf"), _tree.At("models/m/a.gguf"))));

    [Fact]
    public void File_made_by_the_build_is_compared_with_its_source()
    {
        _tree.Declare("made", "b.gguf", Samples.Gguf(3), extra: "\"presence\": \"built\",");
        _tree["made"].Files["b.gguf"] = new LockedFile(null, 0, "gguf");
        _tree.WriteLock();
        var source = _tree.At("models/made/b.gguf");

        Assert.Empty(Verify(new ShippedCopy(source, _tree.Write("publish/b.gguf", Samples.Gguf(3)))));
        Assert.Equal("SCA2121", Assert.Single(Verify(new ShippedCopy(source, _tree.Write("publish/b.gguf", Samples.Gguf(4))))).Finding.Rule.Id);

        File.Delete(source);
        Assert.Equal("SCA2121", Assert.Single(Verify(new ShippedCopy(source, _tree.At("publish/b.gguf")))).Finding.Rule.Id);
    }

    private ShippedCopy Copy(string file, byte[] content) => new(_tree.At("models/m/" + file), _tree.Write("publish/models/" + file, content));

    private IReadOnlyList<DecidedFinding> Verify(params ShippedCopy[] copies) => DestinationVerifier.Verify(_tree.Request, copies).Findings;
}
