using System.IO.Compression;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification.Shipping;

/// <summary>
/// Hashes the entries of a .nupkg (a zip whose names are percent-encoded, OPC part names) that matter. The package was
/// written by this very build, but a build can be lied to: what it may cost is bounded.
/// </summary>
internal static class PackageReader
{
    /// <summary>Entries of one package. A zip without the 64-bit extension holds no more.</summary>
    public const int MaxEntries = 65_535;

    /// <summary>Unpacked bytes of one package. NuGet itself stops at 4 GiB packed; weights hardly compress.</summary>
    public const long MaxBytes = 64L << 30;

    private const int HeadBytes = 4096;
    private const int BufferBytes = 128 * 1024;

    /// <summary>Entries that sniff as a model or that <paramref name="isWanted"/> (file name, size) asks for.</summary>
    /// <exception cref="InvalidDataException">Not a zip, damaged, or beyond a limit.</exception>
    public static List<PackageEntry> Read(Stream package, Func<string, long, bool> isWanted, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MaxEntries)
            throw new InvalidDataException("it holds more than " + MaxEntries + " entries");

        var room = MaxBytes;
        var buffer = new byte[BufferBytes];
        var entries = new List<PackageEntry>();
        foreach (var entry in zip.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Uri.UnescapeDataString(entry.FullName);
            if (name.Length > 0 && name[name.Length - 1] != '/' && Read(entry, name, buffer, isWanted, ref room, cancellation) is { } read)
                entries.Add(read);
        }

        return entries;
    }

    private static PackageEntry? Read(
        ZipArchiveEntry entry, string name, byte[] buffer, Func<string, long, bool> isWanted, ref long room, CancellationToken cancellation)
    {
        using var stream = entry.Open();
        var head = new byte[HeadBytes];
        var length = LimitedRead.Fill(stream, head);
        var format = FormatSniffer.Sniff(head, length, entry.Length);
        if (!format.IsModel && !format.RunsCode && !isWanted(name.Substring(name.LastIndexOf('/') + 1), entry.Length))
            return null;

        using var sha256 = SHA256.Create();
        sha256.TransformBlock(head, 0, length, null, 0);
        long size = length;
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0; size += read)
        {
            cancellation.ThrowIfCancellationRequested();
            if ((room -= read) < 0)
                throw new InvalidDataException("it unpacks to more than " + Shown.Bytes(MaxBytes));

            sha256.TransformBlock(buffer, 0, read, null, 0);
        }

        sha256.TransformFinalBlock([], 0, 0);
        return new PackageEntry(name, format, size, Hex.Of(sha256.Hash!));
    }
}
