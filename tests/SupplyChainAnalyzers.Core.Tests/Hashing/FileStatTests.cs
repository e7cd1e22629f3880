using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Hashing.Native;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

public sealed class FileStatTests : IDisposable
{
    private readonly FileFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_has_its_size_and_kind()
    {
        var stat = FileStat.Of(_folder.File("a", 1234).Path);

        Assert.Equal((FileKind.File, 1234, false), (stat.Kind, stat.Size, stat.IsLink));
    }

    [LinuxFact]
    public void Link_says_that_it_is_one_and_what_it_leads_to()
    {
        var job = _folder.File("a", 1234);
        File.CreateSymbolicLink(_folder["link"], job.Path);
        File.CreateSymbolicLink(_folder["nowhere"], _folder["missing"]);
        var (link, nowhere) = (FileStat.Of(_folder["link"]), FileStat.Of(_folder["nowhere"]));

        Assert.Equal((FileKind.File, 1234, true), (link.Kind, link.Size, link.IsLink));
        Assert.Equal(FileStat.Of(job.Path).Identity, link.Identity);
        Assert.Equal((FileKind.Missing, true), (nowhere.Kind, nowhere.IsLink));
    }

    [LinuxFact]
    public void Open_file_and_path_have_one_identity_with_a_change_time()
    {
        var job = _folder.File("a", 10);
        using var file = File.OpenRead(job.Path);
        var identity = FileIdentity.Of(file);

        Assert.Equal(FileStat.Of(job.Path).Identity, identity);
        Assert.True(identity.HasChangeTime);
        Assert.Equal(10, identity.Size);
        Assert.Equal(File.GetLastWriteTimeUtc(job.Path), DateTime.UnixEpoch.AddTicks(identity.ModifiedNs / 100));
    }

    [LinuxFact]
    public void Open_file_keeps_its_identity_when_another_takes_its_path()
    {
        var job = _folder.File("a", 10);
        using var file = File.OpenRead(job.Path);
        _folder.File("b", 10);
        File.Move(_folder["b"], job.Path, overwrite: true);

        Assert.NotEqual(FileStat.Of(job.Path).Identity.Inode, FileIdentity.Of(file).Inode);
    }

    [LinuxFact]
    public void Name_in_any_script_is_found() =>
        Assert.Equal(FileKind.File, FileStat.Of(_folder.File("模型 \u00e9 e\u0301 😀", 1).Path).Kind);

    [Fact]
    public void Portable_system_tells_kind_and_size_and_no_identity_to_remember()
    {
        var system = new PortableFileSystem();
        var stat = system.Stat(_folder.File("a", 1234).Path, follow: false);

        Assert.Equal((FileKind.File, 1234, false), (stat.Kind, stat.Size, stat.Identity.HasChangeTime));
        Assert.Equal(FileKind.Folder, system.Stat(Path.GetDirectoryName(_folder["a"])!, follow: false).Kind);
        Assert.Equal(FileKind.Missing, system.Stat(_folder["missing"], follow: false).Kind);
        Assert.Equal(FileKind.Missing, system.Stat(_folder["missing/below"], follow: false).Kind);
        using var file = system.OpenRead(_folder["a"]);
        Assert.Equal(1234, file.Length);
    }
}
