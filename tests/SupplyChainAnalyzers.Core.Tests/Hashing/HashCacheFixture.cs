using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

/// <summary>A cache in a folder of its own.</summary>
public abstract class HashCacheFixture : IDisposable
{
    protected const string Scope = "/repository/models.lock";

    private readonly FileFolder _files = new();

    /// <summary>Late enough that files made just now count as settled.</summary>
    protected static Func<long> Later { get; } = static () => (DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 3600) * 1_000_000_000;

    internal FileFolder Folder => _files;

    protected string CacheFolder => Folder["cache"];

    protected string CacheFilePath => Assert.Single(Directory.GetFiles(CacheFolder));

    public void Dispose()
    {
        _files.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>As a build does: open, hash, save.</summary>
    protected HashOutcome Hash(HashJob job)
    {
        var cache = HashCache.Open(CacheFolder, Scope, Later);
        var outcome = FileHasher.HashAll([job], cache)[0];
        cache.Save();
        return outcome;
    }
}
