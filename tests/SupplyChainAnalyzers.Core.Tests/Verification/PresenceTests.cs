using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

public sealed class PresenceTests : IDisposable
{
    private readonly LockedTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Files_to_be_fetched_are_one_message_that_says_from_where()
    {
        Declare("fetch", "\"source\": { \"type\": \"huggingface\", \"repo\": \"o/n\", \"revision\": \"043235d6088ecd3dd5fb5ca3592b6913fd516027\" },");
        Directory.Delete(_tree.At("models"), recursive: true);

        var finding = _tree.One(Rules.NotFetched, _tree.ModelKey("m"));
        Assert.Equal(Level.Message, finding.Level);
        Assert.Contains("2 files of 'm'", finding.Finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("needed for publish and pack; download it from 'o/n' at revision 043235d6088e…", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_to_be_fetched_fail_publish_and_pack()
    {
        Declare("fetch");
        File.Delete(_tree.At("models/m/a.gguf"));

        _tree.OneError(Rules.NotFetched, _tree.ModelKey("m"), request => request with { RequireFetched = true });
    }

    [Fact]
    public void Audit_mode_fails_nothing_at_publish_either()
    {
        Declare("fetch");
        File.Delete(_tree.At("models/m/a.gguf"));

        Assert.Equal(Level.Message, _tree.One(Rules.NotFetched, _tree.ModelKey("m"), request => request with { RequireFetched = true, Mode = "audit" }).Level);
    }

    [Theory]
    [InlineData("deploy")]
    [InlineData("external")]
    [InlineData("built")]
    public void Absent_file_is_no_fault_where_it_need_not_be_there(string presence)
    {
        Declare(presence);
        Directory.Delete(_tree.At("models"), recursive: true);

        Assert.Empty(_tree.Verify(request => request with { RequireFetched = true }).Findings);
    }

    [Theory]
    [InlineData("fetch")]
    [InlineData("deploy")]
    [InlineData("external")]
    public void Present_file_is_verified(string presence)
    {
        Declare(presence);
        _tree.Write("models/m/a.gguf", Samples.Gguf(1, 99));

        _tree.OneError(Rules.FileHash, _tree.ShaOf("m", "a.gguf"));
    }

    [Fact]
    public void Folder_without_any_fixed_digest_has_no_set_of_files_to_defend()
    {
        Declare("built");
        _tree["m"].Files["a.gguf"] = new LockedFile(null, 0, "gguf");
        _tree["m"].Files["b.gguf"] = new LockedFile(null, 0, "gguf");
        _tree.WriteLock();
        _tree.Write("models/m/training.log", "x");

        Assert.Empty(_tree.Verify().Findings);
    }

    [Fact]
    public void Built_file_is_checked_by_its_format_only()
    {
        Declare("built");
        _tree["m"].Files["a.gguf"] = new LockedFile(null, 0, "gguf");
        _tree["m"].Files["b.gguf"] = new LockedFile(null, 0, "gguf");
        _tree.WriteLock();

        _tree.Write("models/m/a.gguf", Samples.Gguf(1234));
        Assert.Empty(_tree.Verify().Findings);

        _tree.Write("models/m/a.gguf", Samples.Pickle());
        _tree.OneError(Rules.FileFormat, _tree.FormatOf("m", "a.gguf"));
    }

    private const string External = "\"source\": { \"type\": \"external\", \"uri\": \"s3://bucket/key\", \"version\": \"3\" },";

    private void Declare(string presence, string more = "") => _tree
        .Declare("m", "a.gguf", Samples.Gguf(1), extra: $"\"presence\": \"{presence}\"," + (presence == "external" ? External : more))
        .Declare("m", "b.gguf", Samples.Gguf(2));
}
