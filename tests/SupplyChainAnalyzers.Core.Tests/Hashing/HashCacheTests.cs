using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

/// <summary>When a remembered digest is used, and when not.</summary>
public sealed class HashCacheTests : HashCacheFixture
{
    [LinuxFact]
    public void Unchanged_file_is_not_read_again()
    {
        var job = Folder.File("a", [.. "GGUF"u8, 3, 0, 0, 0, .. new byte[16]]);
        var first = Hash(job);
        var second = Hash(job);

        Assert.False(first.FromCache);
        Assert.True(second.FromCache);
        Assert.Null(second.Head);
        Assert.Equal((first.Sha256, first.Size, first.Status), (second.Sha256, second.Size, second.Status));
        Assert.Same(ModelFormats.Gguf, second.Format);
    }

    [LinuxFact]
    public void Overwrite_of_the_same_size_with_its_time_restored_is_seen()
    {
        var job = Folder.File("a", 5000);
        var before = Hash(job);
        FileFolder.OverwriteUnseen(job.Path);
        var after = Hash(job);

        Assert.False(after.FromCache);
        Assert.NotEqual(before.Sha256, after.Sha256);
    }

    [LinuxFact]
    public void File_moved_over_it_is_seen()
    {
        var job = Folder.File("a", 5000);
        Hash(job);
        Folder.File("b", 5000);
        File.SetLastWriteTimeUtc(Folder["b"], File.GetLastWriteTimeUtc(job.Path));
        File.Move(Folder["b"], job.Path, overwrite: true);

        Assert.False(Hash(job).FromCache);
    }

    [LinuxFact]
    public void File_that_vanished_is_missing_whatever_is_remembered()
    {
        var job = Folder.File("a", 5000);
        Hash(job);
        File.Delete(job.Path);

        Assert.Equal(HashStatus.Missing, Hash(job).Status);
    }

    [LinuxFact]
    public void Link_is_remembered_by_the_file_it_leads_to()
    {
        Folder.File("a", 5000);
        Folder.File("b", 5000);
        var link = new HashJob(File.CreateSymbolicLink(Folder["link"], Folder["a"]).FullName);
        var first = Hash(link);
        Assert.True(Hash(link).FromCache);

        File.Delete(link.Path);
        File.CreateSymbolicLink(link.Path, Folder["b"]);
        Assert.NotEqual(first.Sha256, Hash(link).Sha256);
    }

    [LinuxFact]
    public void File_that_changed_just_before_is_not_remembered()
    {
        var job = Folder.File("a", 5000);
        var cache = HashCache.Open(CacheFolder, Scope); // by the wall clock: the file is milliseconds old
        FileHasher.HashAll([job], cache);
        cache.Save();

        Assert.Equal(0, cache.Count);
        Assert.False(Directory.Exists(CacheFolder));
    }

    [LinuxFact]
    public void File_from_the_future_is_not_remembered()
    {
        var job = Folder.File("a", 5000);
        var cache = HashCache.Open(CacheFolder, Scope, static () => 1);
        FileHasher.HashAll([job], cache);

        Assert.Equal(0, cache.Count);
    }

    [LinuxFact]
    public void File_system_that_keeps_no_change_time_of_its_own_is_not_remembered()
    {
        var cache = HashCache.Open(CacheFolder, Scope, Later);
        var outcome = FileHasher.HashAll([new("/proc/sys/kernel/ostype")], cache)[0]; // says size 0, has content

        Assert.Equal(HashStatus.Changing, outcome.Status);
        Assert.Equal(0, cache.Count);
    }

    [LinuxFact]
    public void Scopes_are_apart()
    {
        var job = Folder.File("a", 5000);
        Hash(job);

        Assert.Equal(1, HashCache.Open(CacheFolder, Scope).Count);
        Assert.Equal(0, HashCache.Open(CacheFolder, Scope + "2").Count);
    }

    [LinuxFact]
    public void What_was_not_asked_for_this_time_stays_remembered()
    {
        var (a, b) = (Folder.File("a", 10), Folder.File("b", 20));
        Hash(a);
        Hash(b);

        Assert.True(Hash(a).FromCache);
        Assert.True(Hash(b).FromCache);
    }
}
