using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>Links, and things that are no files. Windows makes links only for administrators, so this runs elsewhere.</summary>
public sealed class LinkTests : IDisposable
{
    private const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";
    private readonly LockedTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [UnixFact]
    public void Link_out_of_the_folder_is_SCA2110_though_its_bytes_are_right()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf());
        Relink("models/m/a.gguf", _tree.Write("elsewhere/a.gguf", Samples.Gguf()));

        var finding = _tree.OneError(Rules.LinkEscapes, _tree.FileKey("m", "a.gguf"));
        Assert.Contains("elsewhere/a.gguf', outside its folder", finding.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Chain_of_links_is_followed_to_its_end()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf()).Declare("m", "b.gguf", Samples.Gguf(3));
        Relink("models/m/c.md", _tree.Write("elsewhere/a.gguf", Samples.Gguf()));
        Relink("models/m/a.gguf", _tree.At("models/m/c.md"));

        _tree.OneError(Rules.LinkEscapes, _tree.FileKey("m", "a.gguf"));
    }

    [UnixFact]
    public void Link_inside_the_folder_is_followed_and_hashed()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf()).Declare("m", "b.gguf", Samples.Gguf());
        Relink("models/m/b.gguf", "a.gguf");
        Assert.Empty(_tree.Verify().Findings);

        _tree.Write("models/m/a.gguf", Samples.Gguf(100, 8));
        Assert.Equal(["SCA2104", "SCA2104"], _tree.Verify().Findings.Select(finding => finding.Finding.Rule.Id));
    }

    [UnixFact]
    public void Link_to_nowhere_is_SCA2101()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf());
        Relink("models/m/a.gguf", "gone");

        _tree.OneError(Rules.FileMissing, _tree.FileKey("m", "a.gguf"));
    }

    [UnixFact]
    public void File_behind_a_linked_folder_that_leaves_is_SCA2110()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf(1)).Declare("m", "onnx/b.gguf", Samples.Gguf(2));
        Directory.Delete(_tree.At("models/m/onnx"), recursive: true);
        _tree.Write("elsewhere/b.gguf", Samples.Gguf(2));
        Directory.CreateSymbolicLink(_tree.At("models/m/onnx"), _tree.At("elsewhere"));

        var rules = _tree.Verify().Findings.Select(finding => finding.Finding.Rule.Id);
        Assert.Equal(["SCA2106", "SCA2110"], rules);
    }

    [UnixFact]
    public void Model_folder_may_be_a_link()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf());
        Directory.Move(_tree.At("models/m"), _tree.At("elsewhere"));
        Directory.CreateSymbolicLink(_tree.At("models/m"), _tree.At("elsewhere"));
        Assert.Empty(_tree.Verify().Findings);

        _tree.Write("elsewhere/a.gguf", Samples.Gguf(100, 8));
        _tree.OneError(Rules.FileHash, _tree.ShaOf("m", "a.gguf"));
    }

    [UnixFact]
    public void Snapshot_of_a_hub_cache_may_link_to_its_blobs_which_are_hashed()
    {
        const string Repository = "hub/models--o--n";
        var blob = Snapshot(Repository, Repository + "/blobs/");
        Assert.Empty(_tree.Verify().Findings);

        File.WriteAllBytes(blob, Samples.Gguf(100, 8));
        _tree.OneError(Rules.FileHash, _tree.ShaOf("m", "a.gguf"));
    }

    [UnixTheory]
    [InlineData("hub/models--o--n", "hub/models--other--n/blobs/")]
    [InlineData("hub/models--o--n", "hub/models--o--n/other/")]
    [InlineData("hub/models--o--n", "hub/models--o--n/blobs/deeper/")]
    [InlineData("hub/anything", "hub/anything/blobs/")]
    public void Snapshot_may_link_to_no_other_place(string repository, string blobs)
    {
        Snapshot(repository, blobs);

        _tree.OneError(Rules.LinkEscapes, _tree.FileKey("m", "a.gguf"));
    }

    [UnixFact]
    public void Pipe_is_SCA2112_and_is_not_opened()
    {
        _tree.Declare("m", "a.gguf", []);
        File.Delete(_tree.At("models/m/a.gguf"));
        Assert.Equal(0, Unix.MakeFifo(_tree.At("models/m/a.gguf")));

        _tree.OneError(Rules.FileUnreadable, _tree.FileKey("m", "a.gguf"));
    }

    [UnixFact]
    public void Pipe_beside_a_declared_file_is_not_opened()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf(), path: ".");
        Assert.Equal(0, Unix.MakeFifo(_tree.At("b.gguf")));

        Assert.Empty(_tree.Verify().Findings);
    }

    [UnixFact]
    public void Name_in_other_case_is_SCA2111_and_not_one_file_too_many_besides()
    {
        _tree.Declare("m", "Model.gguf", Samples.Gguf());
        File.Move(_tree.At("models/m/Model.gguf"), _tree.At("models/m/model.gguf"));

        var finding = _tree.OneError(Rules.FileCase, _tree.FileKey("m", "Model.gguf"));
        Assert.Contains("git mv 'models/m/model.gguf' 'models/m/Model.gguf'", finding.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Folder_in_other_case_is_SCA2111_at_the_path()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf());
        Directory.Move(_tree.At("models"), _tree.At("Models"));

        _tree.OneError(Rules.FileCase, _tree.PathOf("m"));
    }

    private string Snapshot(string repository, string blobs)
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf(), path: $"{repository}/snapshots/{Commit}");
        var blob = _tree.Write(blobs + Hex.Of(SHA256.HashData(Samples.Gguf())), Samples.Gguf());
        Relink($"{repository}/snapshots/{Commit}/a.gguf", blob);
        return blob;
    }

    private void Relink(string path, string target)
    {
        File.Delete(_tree.At(path));
        File.CreateSymbolicLink(_tree.At(path), target);
    }
}
