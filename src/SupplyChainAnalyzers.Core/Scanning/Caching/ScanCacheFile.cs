using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Caching;

/// <summary>
/// The remembered answers as bytes. Little-endian: <c>SCAS</c> (4) · layout (2) · scope (length in 7-bit groups, UTF-8) · entries (4) ·
/// each: key · size (8) · format · missing isolation, a list of words · findings (4) · each: rule · severity (1) · message · which of the rest there are (1) · member ·
/// offset (8) · symbol · listed lines (4) · each: section · text · whether there is a member (1) · member. Another layout or scope, a rule or format that is not known, and it is no cache of ours.
/// </summary>
internal static class ScanCacheFile
{
    private const uint Magic = 0x53414353; // "SCAS"
    private const ushort Layout = 2;

    [Flags]
    private enum Parts : byte
    {
        None = 0,
        Member = 1,
        Offset = 2,
        Symbol = 4,
    }

    /// <summary>Null where <paramref name="content"/> is not exactly what <c>Write</c> writes for this scope.</summary>
    public static Dictionary<string, ScanCacheEntry>? Read(byte[] content, string scope, string job)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
            if (reader.ReadUInt32() != Magic || reader.ReadUInt16() != Layout || reader.ReadString() != scope)
                return null;

            var entries = new Dictionary<string, ScanCacheEntry>(StringComparer.Ordinal);
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                if (ReadEntry(reader, job, out var key) is not { } entry)
                    return null;

                entries[key] = entry;
            }

            return reader.BaseStream.Position == content.Length ? entries : null;
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException)
        {
            return null; // torn in a way the checksum does not show: written by somebody else
        }
    }

    /// <summary>The bytes.</summary>
    public static byte[] Write(string scope, IReadOnlyDictionary<string, ScanCacheEntry> entries)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Layout);
        writer.Write(scope);
        writer.Write(entries.Count);
        foreach (var entry in entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
            WriteEntry(writer, entry.Key, entry.Value);

        writer.Flush();
        return content.ToArray();
    }

    /// <summary>One entry.</summary>
    public static void WriteEntry(BinaryWriter writer, string key, ScanCacheEntry entry)
    {
        writer.Write(key);
        writer.Write(entry.Size);
        writer.Write(entry.Format.Id);
        writer.Write(string.Join(" ", entry.MissingIsolation));
        writer.Write(entry.Findings.Count);
        foreach (var finding in entry.Findings)
            Write(writer, finding);

        writer.Write(entry.Listing.Count);
        foreach (var line in entry.Listing)
            Write(writer, line);
    }

    /// <summary>One entry; null where a rule or format is not known, or not of this job.</summary>
    public static ScanCacheEntry? ReadEntry(BinaryReader reader, string job, out string key)
    {
        key = reader.ReadString();
        var size = reader.ReadInt64();
        var format = ModelFormats.Find(reader.ReadString());
        string[] missing = [.. reader.ReadString().Split(' ').Where(static word => word.Length > 0)];
        var findings = new List<ReportedFinding>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            if (ReadFinding(reader, job) is not { } finding)
                return null;

            findings.Add(finding);
        }

        var listing = new List<ListingLine>();
        for (var left = reader.ReadInt32(); left > 0; left--)
            listing.Add(new ListingLine(reader.ReadString(), reader.ReadString(), reader.ReadBoolean() ? reader.ReadString() : null));

        return format is null || size < 0 || missing.Except(Isolation.All).Any() ? null : new ScanCacheEntry(size, format, findings, missing) { Listing = listing };
    }

    private static ReportedFinding? ReadFinding(BinaryReader reader, string job)
    {
        var rule = Rules.Find(reader.ReadString());
        var severity = (Severity)reader.ReadByte();
        var message = reader.ReadString();
        var parts = (Parts)reader.ReadByte();
        var member = parts.HasFlag(Parts.Member) ? reader.ReadString() : null;
        long? offset = parts.HasFlag(Parts.Offset) ? reader.ReadInt64() : null;
        var symbol = parts.HasFlag(Parts.Symbol) ? reader.ReadString() : null;
        return rule is null || !ReportedFinding.Belongs(rule, job) || severity > Severity.Critical ? null : new ReportedFinding(rule, severity, message, member, offset, symbol);
    }

    private static void Write(BinaryWriter writer, ListingLine line)
    {
        writer.Write(line.Section);
        writer.Write(line.Text);
        writer.Write(line.Member is not null);
        if (line.Member is not null)
            writer.Write(line.Member);
    }

    private static void Write(BinaryWriter writer, ReportedFinding finding)
    {
        writer.Write(finding.Rule.Id);
        writer.Write((byte)finding.Severity);
        writer.Write(finding.Message);
        writer.Write((byte)((finding.Member is null ? 0 : Parts.Member) | (finding.Offset is null ? 0 : Parts.Offset) | (finding.Symbol is null ? 0 : Parts.Symbol)));
        if (finding.Member is not null)
            writer.Write(finding.Member);
        if (finding.Offset is { } offset)
            writer.Write(offset);
        if (finding.Symbol is not null)
            writer.Write(finding.Symbol);
    }
}
