using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing.Native;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// Remembers which files and folders a conclusion was drawn from, so that one call to the system for each tells whether it
/// still holds. Kept beside <see cref="HashCache"/> and trusted as far: a damaged, foreign or missing file is none.
/// </summary>
/// <remarks>
/// Little-endian: <c>SCAU</c> (4) · layout (2) · question (length in 7-bit groups, UTF-8) · conclusion (as the question) · paths (4) · each: path
/// (as the question) · kind (1) · device, inode, size, modified, changed (8 each) · at the end the <see cref="Checksum"/> of
/// all before (8). A folder's change time moves when a name in it comes or goes.
/// </remarks>
internal static class PathStamps
{
    public const string FilePrefix = "unchanged-";

    private const string FileSuffix = ".bin";
    private const uint Magic = 0x55414353; // "SCAU"
    private const ushort Layout = 2;
    private const int ChecksumLength = 8;

    /// <summary>As many paths as one lock may declare files, with room for their folders; more are checked in full each time.</summary>
    private const int MostPaths = 200_000;

    private const long LargestFile = 64L << 20;

    /// <summary>The conclusion remembered if every path is what it was; else null. Never throws.</summary>
    /// <param name="directory">The folder of the cache.</param>
    /// <param name="subject">What it is about: of each subject one conclusion is kept.</param>
    /// <param name="question">All that the conclusion depends on beside the paths.</param>
    public static string? Find(string directory, string subject, string question)
    {
        try
        {
            if (FileStat.Of(directory) is not { Kind: FileKind.Folder } folder || !FileSystem.Current.IsPrivate(folder))
                return null;

            var path = Path.Combine(directory, NameOf(subject));
            var stat = FileStat.Of(path);
            if (stat.Kind != FileKind.File || stat.Size is < ChecksumLength or > LargestFile || !FileSystem.Current.IsPrivate(stat))
                return null;

            var content = File.ReadAllBytes(path);
            var length = content.Length - ChecksumLength;
            return length >= 0 && BitConverter.ToUInt64(content, length) == Checksum.Of(content, length) ? Compare(content, question) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Remembers a conclusion unless a change of one of the paths could go unseen: changed within
    /// <see cref="HashCache.RacyNs"/> before the work began, or on a file system that keeps no change times. Never throws.
    /// </summary>
    public static void Remember(string directory, string subject, string question, string conclusion, IReadOnlyCollection<string> paths, long startedNs)
    {
        if (paths.Count > MostPaths)
            return;

        try
        {
            using var content = new MemoryStream();
            using var writer = new BinaryWriter(content, Encoding.UTF8);
            writer.Write(Magic);
            writer.Write(Layout);
            writer.Write(question);
            writer.Write(conclusion);
            writer.Write(paths.Count);
            var devices = new HashSet<long>();
            foreach (var path in paths)
            {
                var stat = FileStat.Of(path);
                if (!CanTell(path, stat, startedNs, devices))
                    return;

                Write(writer, path, stat);
            }

            writer.Flush();
            writer.Write(Checksum.Of(content.GetBuffer(), (int)content.Length));
            writer.Flush();
            FileSystem.Current.WritePrivately(directory, NameOf(subject), content.ToArray());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // A full disk or a read-only home costs time, not correctness.
        }
    }

    private static bool CanTell(string path, FileStat stat, long startedNs, HashSet<long> devices)
    {
        if (stat.Kind == FileKind.Missing)
            return !stat.IsLink;

        return stat.Kind is FileKind.File or FileKind.Folder
            && stat.Identity.HasChangeTime
            && stat.Identity.ChangedNs <= startedNs - HashCache.RacyNs
            && (devices.Contains(stat.Identity.Device) || (FileSystem.Current.KeepsChangeTime(path) && devices.Add(stat.Identity.Device)));
    }

    private static string? Compare(byte[] content, string question)
    {
        using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
        if (reader.ReadUInt32() != Magic || reader.ReadUInt16() != Layout || reader.ReadString() != question)
            return null;

        var conclusion = reader.ReadString();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var stat = FileStat.Of(reader.ReadString());
            var kind = (FileKind)reader.ReadByte();
            var identity = new FileIdentity(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
            if (stat.Kind != kind || stat.Identity != identity)
                return null;
        }

        return conclusion;
    }

    private static void Write(BinaryWriter writer, string path, FileStat stat)
    {
        writer.Write(path);
        writer.Write((byte)stat.Kind);
        writer.Write(stat.Identity.Device);
        writer.Write(stat.Identity.Inode);
        writer.Write(stat.Identity.Size);
        writer.Write(stat.Identity.ModifiedNs);
        writer.Write(stat.Identity.ChangedNs);
    }

    private static string NameOf(string subject) =>
        FilePrefix + Checksum.Of(Encoding.UTF8.GetBytes(subject)).ToString("x16", CultureInfo.InvariantCulture) + FileSuffix;
}
