using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>What a second verification may remember of the first, and what not.</summary>
public sealed class CacheTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly LockedTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Without_a_cache_nothing_is_remembered()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf());

        Assert.Equal((1, 0), Counts(_tree.Verify()));
        Assert.Equal((1, 0), Counts(_tree.Verify()));
        Assert.False(Directory.Exists(_tree.CacheDirectory));
    }

    [CacheFact]
    public void Thousand_unchanged_files_are_not_read_again()
    {
        for (var model = 0; model < 10; model++)
        {
            for (var file = 0; file < 100; file++)
                _tree.Add($"m{model}", $"f{file:000}.gguf", Samples.Gguf((model * 100) + file));
        }

        _tree.WriteLock();
        Assert.Equal((1000, 0), Counts(Verify()));

        Warm();
        var warm = Verify();
        Assert.Equal((0, 1000), Counts(warm));
        Assert.Equal(0, warm.BytesHashed);
        Assert.Empty(warm.Findings);
    }

    [CacheFact]
    public void Same_size_overwrite_with_its_old_time_is_read_again()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf());
        File.SetLastWriteTimeUtc(_tree.At("models/m/a.gguf"), LongAgo);
        Warm();
        Assert.Equal((0, 1), Counts(Verify()));

        using (var stream = File.OpenWrite(_tree.At("models/m/a.gguf")))
        {
            stream.Position = 60;
            stream.WriteByte(99);
        }

        File.SetLastWriteTimeUtc(_tree.At("models/m/a.gguf"), LongAgo);
        _tree.OneError(Rules.FileHash, _tree.ShaOf("m", "a.gguf"), WithCache);
    }

    [CacheFact]
    public void Fault_is_found_again_out_of_the_cache()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf());
        _tree.Write("models/m/a.gguf", Samples.Gguf(100, 8));
        var first = _tree.OneError(Rules.FileHash, _tree.ShaOf("m", "a.gguf"), WithCache);

        Warm();
        var again = _tree.OneError(Rules.FileHash, _tree.ShaOf("m", "a.gguf"), WithCache);
        Assert.Equal(first, again);
    }

    [CacheFact]
    public void Changed_lock_is_compared_with_what_is_remembered()
    {
        _tree.Declare("m", "a.gguf", Samples.Gguf());
        Warm();

        _tree["m"].Files["a.gguf"] = _tree["m"].Files["a.gguf"] with { Sha256 = new string('0', 64) };
        _tree.WriteLock();
        _tree.OneError(Rules.FileHash, _tree.ShaOf("m", "a.gguf"), WithCache);
    }

    // A file that changed a moment ago is not remembered; this remembers the files as a verification in an hour would.
    private void Warm()
    {
        var cache = HashCache.Open(_tree.CacheDirectory, _tree.LockPath);
        foreach (var path in Directory.GetFiles(_tree.At("models"), "*", SearchOption.AllDirectories))
            cache.Put(FileHasher.HashAll([new HashJob(path)])[0], FileStat.Of(path).Identity, HashCache.Now() + 3_600_000_000_000);

        cache.Save();
    }

    private static (int Hashed, int Cached) Counts(VerificationResult result) => (result.Hashed, result.Cached);

    private VerificationRequest WithCache(VerificationRequest request) => request with { CacheDirectory = _tree.CacheDirectory };

    private VerificationResult Verify() => _tree.Verify(WithCache);
}
