using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Caching;

/// <summary>
/// Remembers the scanner's raw answers, so that an unchanged build starts no scanner. By content, never by path or time; apart for
/// each lock, scanner and list of rules; before any policy, which may change without a file changing. It is trusted as far as
/// <see cref="HashCache"/>: a damaged or foreign one is empty, and build servers use none.
/// </summary>
internal sealed class ScanCache
{
    /// <summary>How its files are called.</summary>
    public const string FilePrefix = "scans-";

    private const string FileSuffix = ".bin";

    /// <summary>As many answers as one lock needs; one with more declared files asks the scanner for the rest each time.</summary>
    private const int MostEntries = 50_000;

    /// <summary>What a file with more to say about it costs to remember is better spent on asking again.</summary>
    private const int MostFindings = 100;

    private const long LargestFile = 32L << 20;

    private readonly string _folder;
    private readonly string _name;
    private readonly string _scope;
    private readonly ScanKey _keys = new();
    private readonly Dictionary<string, ScanCacheEntry> _remembered;
    private readonly Dictionary<string, ScanCacheEntry> _used = new(StringComparer.Ordinal);
    private bool _isChanged;

    private ScanCache(string folder, string scope, string job)
    {
        _folder = folder;
        _scope = scope;
        _name = FilePrefix + Checksum.Of(Encoding.UTF8.GetBytes(scope)).ToString("x16", CultureInfo.InvariantCulture) + FileSuffix;
        _remembered = (PrivateContent.Read(folder, _name, LargestFile) is { } content ? ScanCacheFile.Read(content, scope, job) : null) ?? new(StringComparer.Ordinal);
    }

    /// <summary>The cache for the files of one lock; null when nothing may be remembered or there is no scanner to remember for.</summary>
    /// <param name="folder">Absolute; null uses none (CI, <c>--full</c>).</param>
    /// <param name="lockPath">Keeps caches apart, so that each stays small.</param>
    /// <param name="options">Names the scanner.</param>
    /// <param name="job">What it was asked for.</param>
    public static ScanCache? Open(string? folder, string lockPath, ScannerOptions options, string job = Jobs.Scan) =>
        folder is not null && ScannerIdentity.Of(options) is { } scanner ? new ScanCache(folder, string.Join("\n", lockPath, scanner, job), job) : null;

    /// <summary>The remembered answer; null when there is none for this content, name and surroundings.</summary>
    public ScanResult? Find(ScanFile file) => _keys.Of(file) is { } key ? Find(file, key) : null;

    /// <summary>The answer that was remembered under a key of the caller's, which stands for all it depends on.</summary>
    public ScanResult? Find(ScanFile file, string key)
    {
        if (!_remembered.TryGetValue(key, out var entry))
            return null;

        _used[key] = entry;
        return ScanResults.From(file, new ScanEvent.Result("", 0, file.Sha256!, entry.Size, entry.Format, entry.Findings)) with { MissingIsolation = entry.MissingIsolation, Listing = entry.Listing };
    }

    /// <summary>Remembers an answer about bytes whose digest was known before.</summary>
    public void Put(ScanResult result)
    {
        if (_keys.Of(result.File) is { } key)
            Put(result, key);
    }

    /// <summary>Remembers an answer under a key of the caller's.</summary>
    public void Put(ScanResult result, string key)
    {
        if (result is not { Format: { } format, Size: { } size } || result.Findings.Count > MostFindings || result.Listing.Count > MostFindings || _used.Count >= MostEntries)
            return;

        var findings = result.Findings.Select(finding => ScanResults.Reported(result.File, finding)).OfType<ReportedFinding>().ToList();
        if (findings.Count < result.Findings.Count)
            return;

        _used[key] = new ScanCacheEntry(size, format, findings, result.MissingIsolation) { Listing = result.Listing };
        _isChanged = true;
    }

    /// <summary>Writes what was learnt, if anything.</summary>
    /// <param name="isWhole">Whether all files of the lock were asked about: then answers about former ones go.</param>
    public void Save(bool isWhole)
    {
        if (!_isChanged)
            return;

        if (!isWhole)
        {
            foreach (var entry in _remembered)
            {
                if (_used.Count < MostEntries && !_used.ContainsKey(entry.Key))
                    _used.Add(entry.Key, entry.Value);
            }
        }

        PrivateContent.Write(_folder, _name, ScanCacheFile.Write(_scope, _used));
    }
}
