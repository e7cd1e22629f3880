using System.Reflection;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// Remembers what the scanner has said of unchanged files, so that an unchanged build starts no scanner. Kept apart from the
/// cache of digests, which others fill without asking the scanner; another version of ours has a scanner of its own. An answer
/// counts only for the digest it was given for.
/// </summary>
internal sealed class IdentifiedFormats
{
    private static readonly string Version =
        typeof(IdentifiedFormats).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private readonly HashCache? _cache;
    private readonly long _started = HashCache.Now();

    public IdentifiedFormats(VerificationRequest request) =>
        _cache = request.CacheDirectory is { } folder ? HashCache.Open(folder, Scope(request)) : null;

    /// <summary>What keeps it apart from other caches.</summary>
    public static string Scope(VerificationRequest request) => $"identified {Version} {request.LockPath}";

    /// <summary>The remembered answer; null when there is none for these bytes.</summary>
    public ModelFormat? Find(DeclaredFile file) =>
        file.Stat is { } stat && _cache?.Find(file.OpenPath, stat.Identity) is { } known && known.Sha256 == file.Sha256 ? known.Format : null;

    /// <summary>Remembers an answer about bytes whose digest the scanner has confirmed.</summary>
    public void Put(DeclaredFile file, ModelFormat format)
    {
        if (file is { Stat: { } stat, Sha256: { } sha256 })
            _cache?.Put(new HashOutcome { Path = file.OpenPath, Status = HashStatus.Hashed, Size = stat.Size, Sha256 = sha256, Format = format }, stat.Identity, _started);
    }

    /// <summary>Writes what was learnt.</summary>
    public void Save() => _cache?.Save();
}
