using System.Runtime.Versioning;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

/// <summary>The cache's file: damage, rights, several writers.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HashCacheFileTests : HashCacheFixture
{
    [LinuxFact]
    public void Damage_anywhere_makes_it_empty()
    {
        Hash(Folder.File("a", 5000));
        var path = CacheFilePath;
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[i] ^= 0x10;
            Assert.Equal(0, CountOf(path, damaged));
            Assert.Equal(0, CountOf(path, whole[..i]));
        }

        Assert.Equal(1, CountOf(path, whole));
    }

    [LinuxFact]
    public void Damage_under_a_right_checksum_is_survived()
    {
        Hash(Folder.File("a", 5000));
        var path = CacheFilePath;
        var whole = File.ReadAllBytes(path);
        var random = new Random(3);
        for (var i = 0; i < 600; i++)
        {
            var forged = (byte[])whole.Clone();
            forged[random.Next(forged.Length - 8)] = (byte)random.Next(256);
            BitConverter.GetBytes(Checksum.Of(forged, forged.Length - 8)).CopyTo(forged, forged.Length - 8);
            Assert.InRange(CountOf(path, forged), 0, 1);
        }
    }

    [LinuxFact]
    public void Cache_of_another_sniffer_is_empty()
    {
        Hash(Folder.File("a", 5000));
        var path = CacheFilePath;
        var content = File.ReadAllBytes(path);
        BitConverter.GetBytes((ushort)(FormatSniffer.Version + 1)).CopyTo(content, 6);
        BitConverter.GetBytes(Checksum.Of(content, content.Length - 8)).CopyTo(content, content.Length - 8);

        Assert.Equal(0, CountOf(path, content));
    }

    [LinuxFact]
    public void Folder_and_file_are_the_users_own()
    {
        Hash(Folder.File("a", 5000));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(CacheFolder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(CacheFilePath));
    }

    [LinuxFact]
    public void Folder_that_others_can_write_is_neither_read_nor_written()
    {
        var job = Folder.File("a", 5000);
        Hash(job);
        File.SetUnixFileMode(CacheFolder, File.GetUnixFileMode(CacheFolder) | UnixFileMode.GroupWrite);
        var before = File.ReadAllBytes(CacheFilePath);

        Assert.False(Hash(job).FromCache);
        Assert.Equal(before, File.ReadAllBytes(CacheFilePath));
    }

    [LinuxFact]
    public void File_that_others_can_write_is_not_read()
    {
        var job = Folder.File("a", 5000);
        Hash(job);
        File.SetUnixFileMode(CacheFilePath, File.GetUnixFileMode(CacheFilePath) | UnixFileMode.OtherWrite);

        Assert.False(Hash(job).FromCache);
    }

    [LinuxFact]
    public void Pipe_in_its_place_is_survived()
    {
        var job = Folder.File("a", 5000);
        Hash(job);
        var path = CacheFilePath;
        File.Delete(path);
        Folder.Pipe(Path.Combine("cache", Path.GetFileName(path)));

        Assert.False(Hash(job).FromCache);
        Assert.True(Hash(job).FromCache); // replaced by a file
    }

    [LinuxFact]
    public void Folder_that_cannot_be_made_costs_only_time()
    {
        Folder.File("cache", 1); // a file where the folder should be

        Assert.Equal(HashStatus.Hashed, Hash(Folder.File("a", 5000)).Status);
        Assert.Equal(1, new FileInfo(CacheFolder).Length);
    }

    [LinuxFact]
    public void Writers_at_the_same_time_leave_one_whole_cache()
    {
        HashJob[] jobs = [.. Enumerable.Range(0, 40).Select(i => Folder.File($"{i}", i))];
        Parallel.For(0, 16, _ =>
        {
            var cache = HashCache.Open(CacheFolder, Scope, Later);
            FileHasher.HashAll(jobs, cache);
            cache.Save();
        });

        Assert.Equal(jobs.Length, HashCache.Open(CacheFolder, Scope).Count);
        Assert.Single(Directory.GetFileSystemEntries(CacheFolder));
    }

    [LinuxFact]
    public void Clear_forgets_every_scope_and_touches_nothing_else()
    {
        Hash(Folder.File("a", 5000));
        File.WriteAllText(Path.Combine(CacheFolder, "another"), "");

        Assert.Equal(1, HashCache.Clear(CacheFolder));
        Assert.Equal("another", Path.GetFileName(CacheFilePath));
        Assert.Equal(0, HashCache.Clear(CacheFolder + "2"));
    }

    private static int CountOf(string path, byte[] content)
    {
        File.WriteAllBytes(path, content);
        return HashCache.Open(Path.GetDirectoryName(path)!, Scope).Count;
    }
}
