using System.Text;
using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// The cache's bytes. Little-endian: <c>SCAH</c> (4) · layout (2) · <see cref="FormatSniffer.Version"/> (2) · algorithm, 1 for SHA-256 (1) ·
/// scope (length in 7-bit groups, UTF-8) · entries (4) · each: path (as the scope) · device, inode, size, modified, changed (8 each) ·
/// digest (32) · format's id (as the scope) · at the end the <see cref="Checksum"/> of all before (8). Another layout, sniffer,
/// algorithm or scope is no cache of ours.
/// </summary>
internal static class CacheFile
{
    /// <summary>As many files as one model's folder may have; a cache that grew past it keeps what the last run learnt first.</summary>
    private const int MostEntries = 100_000;

    /// <summary>What that many entries need with long paths, and what a build can spare; a larger file isn't ours.</summary>
    private const long LargestFile = 32L << 20;

    private const uint Magic = 0x48414353; // "SCAH"
    private const ushort Layout = 1;
    private const byte Algorithm = 1;
    private const int DigestLength = 32;
    private const int ChecksumLength = 8;

    public static Dictionary<string, CacheEntry> Read(string path, string scope)
    {
        try
        {
            // The folder is the user's own and closed to others, so what is looked at is what is read.
            var stat = FileStat.Of(path);
            if (stat.Kind != FileKind.File || stat.Size is < ChecksumLength or > LargestFile || !Native.FileSystem.Current.IsPrivate(stat))
                return Nothing();

            var content = File.ReadAllBytes(path);
            return content.Length >= ChecksumLength && IsWhole(content) ? Parse(content, scope) : Nothing();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or FormatException)
        {
            return Nothing();
        }
    }

    /// <summary>The new entries, and those of the old that they don't replace.</summary>
    public static byte[] Write(string scope, Dictionary<string, CacheEntry> old, Dictionary<string, CacheEntry> changed)
    {
        var all = new Dictionary<string, CacheEntry>(StringComparer.Ordinal);
        foreach (var entry in changed.Take(MostEntries))
            all[entry.Key] = entry.Value;
        foreach (var entry in old)
        {
            if (all.Count < MostEntries && !all.ContainsKey(entry.Key))
                all.Add(entry.Key, entry.Value);
        }

        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Layout);
            writer.Write((ushort)FormatSniffer.Version);
            writer.Write(Algorithm);
            writer.Write(scope);
            writer.Write(all.Count);
            foreach (var entry in all.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
                Write(writer, entry.Key, entry.Value);
            writer.Flush();
            writer.Write(Checksum.Of(content.GetBuffer(), (int)content.Length));
        }

        return content.ToArray();
    }

    private static void Write(BinaryWriter writer, string path, CacheEntry entry)
    {
        writer.Write(path);
        writer.Write(entry.Identity.Device);
        writer.Write(entry.Identity.Inode);
        writer.Write(entry.Identity.Size);
        writer.Write(entry.Identity.ModifiedNs);
        writer.Write(entry.Identity.ChangedNs);
        writer.Write(entry.Sha256);
        writer.Write(entry.Format.Id);
    }

    private static Dictionary<string, CacheEntry> Parse(byte[] content, string scope)
    {
        using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
        if (reader.ReadUInt32() != Magic || reader.ReadUInt16() != Layout || reader.ReadUInt16() != FormatSniffer.Version || reader.ReadByte() != Algorithm)
            return Nothing();

        if (reader.ReadString() != scope || reader.ReadInt32() is not (>= 0 and <= MostEntries and var count))
            return Nothing();

        var entries = Nothing();
        for (var i = 0; i < count; i++)
        {
            var path = reader.ReadString();
            var identity = new FileIdentity(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
            var digest = reader.ReadBytes(DigestLength);
            if (ModelFormats.Find(reader.ReadString()) is not { } format || digest.Length != DigestLength)
                return Nothing();
            entries[path] = new CacheEntry(identity, digest, format);
        }

        return entries;
    }

    private static bool IsWhole(byte[] content) =>
        BitConverter.ToUInt64(content, content.Length - ChecksumLength) == Checksum.Of(content, content.Length - ChecksumLength);

    private static Dictionary<string, CacheEntry> Nothing() => new(StringComparer.Ordinal);
}
