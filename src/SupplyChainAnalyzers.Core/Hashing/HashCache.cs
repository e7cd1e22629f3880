using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing.Native;
using SupplyChainAnalyzers.Core.Scanning.Caching;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// Remembers digest and format of files that did not change: same path, device, inode, size, modification time and change
/// time. It saves time, never more: a damaged, foreign or missing cache is an empty one, and nothing about it is an error.
/// </summary>
/// <remarks>
/// A file is not remembered when it changed within <see cref="RacyNs"/> before it was hashed (git's "racy" rule: a write right
/// after could carry the same time), when its file system isn't a local one that keeps change times, or when the folder of the
/// cache belongs to or can be written by anyone else. A program of the same user can forge the cache; build servers
/// don't use it (<see cref="ContinuousIntegration"/>).
/// </remarks>
public sealed class HashCache
{
    /// <summary>
    /// Coarsest change time of the trusted file systems, with room: most count in clock ticks of 1 to 10 ms, ext3 in seconds.
    /// </summary>
    internal const long RacyNs = 2_000_000_000;

    private const string FilePrefix = "hashes-";
    private const string FileSuffix = ".bin";

    private readonly string _folder;
    private readonly string _scope;
    private readonly string _name;
    private readonly bool _usable;
    private readonly Dictionary<string, CacheEntry> _remembered;

    // Workers put into it: guarded by itself.
    private readonly Dictionary<string, CacheEntry> _new = new(StringComparer.Ordinal);

    private HashCache(string folder, string scope, Func<long> clock)
    {
        Clock = clock;
        _folder = folder;
        _scope = scope;
        _name = FilePrefix + Checksum.Of(Encoding.UTF8.GetBytes(scope)).ToString("x16", CultureInfo.InvariantCulture) + FileSuffix;
        var stat = FileStat.Of(folder);
        _usable = stat.Kind == FileKind.Missing || (stat.Kind == FileKind.Folder && FileSystem.Current.IsPrivate(stat));
        _remembered = _usable && stat.Kind == FileKind.Folder ? CacheFile.Read(Path.Combine(folder, _name), scope) : new(StringComparer.Ordinal);
    }

    /// <summary>Nanoseconds since 1970.</summary>
    internal Func<long> Clock { get; }

    /// <summary>Files it remembers.</summary>
    public int Count
    {
        get
        {
            lock (_new)
                return _remembered.Count + _new.Keys.Count(path => !_remembered.ContainsKey(path));
        }
    }

    /// <summary>Reads what was saved under this folder for this scope. Never throws.</summary>
    /// <param name="directory">Absolute; need not exist. From <see cref="CacheLocation.Default"/>.</param>
    /// <param name="scope">Keeps caches apart, so that each stays small: the path of the lock.</param>
    public static HashCache Open(string directory, string scope = "") => Open(directory, scope, Now);

    /// <summary>With another clock than the wall's, for tests that would have to wait.</summary>
    internal static HashCache Open(string directory, string scope, Func<long> clock) => new(directory, scope, clock);

    /// <summary>Forgets everything under this folder, for all scopes.</summary>
    /// <returns>Files removed.</returns>
    /// <exception cref="IOException">One of them can't be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">One of them must not be removed.</exception>
    public static int Clear(string directory)
    {
        if (!Directory.Exists(directory))
            return 0;

        string[] files = [.. new[] { FilePrefix, PathStamps.FilePrefix, ScanCache.FilePrefix }.SelectMany(prefix => Directory.GetFiles(directory, prefix + "*"))];
        foreach (var file in files)
            File.Delete(file);
        return files.Length;
    }

    /// <summary>Writes what was learnt, if anything. Never throws: the next build just learns it again.</summary>
    public void Save()
    {
        lock (_new)
        {
            if (_usable && _new.Count > 0)
                Write();
        }
    }

    /// <summary>Wall clock in nanoseconds since 1970, as file systems stamp.</summary>
    internal static long Now() => (DateTime.UtcNow.Ticks - 621355968000000000) * 100;

    internal HashOutcome? Find(string path, FileIdentity identity)
    {
        if (!_remembered.TryGetValue(path, out var entry) || entry.Identity != identity || !identity.HasChangeTime)
            return null;

        return new HashOutcome
        {
            Path = path,
            Status = HashStatus.Hashed,
            Size = identity.Size,
            Sha256 = Hex.Of(entry.Sha256),
            Format = entry.Format,
            FromCache = true,
        };
    }

    /// <summary>Remembers an outcome, if what is known of the file is enough to recognise a change.</summary>
    /// <param name="outcome">With its digest.</param>
    /// <param name="identity">Of the open file, before its first byte was read.</param>
    /// <param name="startedNs"><see cref="Clock"/> before the file was opened.</param>
    internal void Put(HashOutcome outcome, FileIdentity identity, long startedNs)
    {
        if (!_usable || !identity.HasChangeTime || identity.ChangedNs > startedNs - RacyNs || !FileSystem.Current.KeepsChangeTime(outcome.Path))
            return;

        var entry = new CacheEntry(identity, Hex.Parse(outcome.Sha256), outcome.Format);
        lock (_new)
            _new[outcome.Path] = entry;
    }

    private void Write()
    {
        try
        {
            FileSystem.Current.WritePrivately(_folder, _name, CacheFile.Write(_scope, _remembered, _new));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // A full disk or a read-only home costs time, not correctness.
        }
    }
}
