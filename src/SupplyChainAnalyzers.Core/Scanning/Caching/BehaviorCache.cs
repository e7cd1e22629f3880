using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Caching;

/// <summary>
/// Remembers what came of behavioural checks, one file for each <see cref="BehaviorKey"/>, so that a model is run once for the same content, by
/// build and command line together. Before any policy and any acceptance. Trusted as far as <see cref="HashCache"/>: what is damaged, foreign or not
/// exactly what is written here is none, and build servers use none.
/// </summary>
/// <remarks>
/// Little-endian: <c>SCAB</c> (4) · layout (2) · key (length in 7-bit groups, UTF-8) · one entry as in <see cref="ScanCacheFile"/> · the report's JSON, empty
/// where the model could not be run to its end · at the end the <see cref="Checksum"/> of all before (8).
/// </remarks>
internal sealed class BehaviorCache(string folder)
{
    /// <summary>How its files are called.</summary>
    public const string FilePrefix = "behavior-";

    private const string FileSuffix = ".bin";
    private const uint Magic = 0x42414353; // "SCAB"
    private const ushort Layout = 1;
    private const long LargestFile = 4L << 20;

    /// <summary>Far more than anybody keeps models; the oldest go.</summary>
    private const int MostFiles = 500;

    /// <summary>The remembered answer about a file; null when there is none.</summary>
    public ScanResult? Find(ScanFile file, string key)
    {
        if (PrivateContent.Read(folder, NameOf(key), LargestFile) is not { } content)
            return null;

        try
        {
            using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
            if (reader.ReadUInt32() != Magic || reader.ReadUInt16() != Layout || reader.ReadString() != key || ScanCacheFile.ReadEntry(reader, Jobs.Behavior, out var sha256) is not { } entry || sha256 != file.Sha256)
                return null;

            var text = reader.ReadString();
            var report = text.Length == 0 ? null : BehaviorReportText.Read(text);
            if (reader.BaseStream.Position != content.Length || report is null != (text.Length == 0))
                return null;

            var result = ScanResults.From(file, new ScanEvent.Result("", 0, sha256, entry.Size, entry.Format, entry.Findings)) with { MissingIsolation = entry.MissingIsolation, Behavior = report };
            return report is null ? result with { Format = null, Sha256 = null, Size = null } : result;
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException)
        {
            return null; // torn in a way the checksum does not show: written by somebody else
        }
    }

    /// <summary>Remembers an answer, unless another run could end otherwise: of a machine that cannot run models, or of a file that was refused.</summary>
    public void Put(ScanResult result, string key)
    {
        var isFailure = !result.Answered && result.Findings.Count == 1 && result.Findings[0].Rule == Rules.ModelRunFailed;
        if (result.Behavior is null && !isFailure)
            return;

        var findings = result.Findings.Select(finding => ScanResults.Reported(result.File, finding)).OfType<ReportedFinding>().ToList();
        if (findings.Count < result.Findings.Count)
            return;

        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Layout);
        writer.Write(key);
        ScanCacheFile.WriteEntry(writer, result.File.Sha256!, new ScanCacheEntry(result.Size ?? 0, result.Format ?? ModelFormats.Onnx, findings, result.MissingIsolation));
        writer.Write(result.Behavior is { } report ? BehaviorReportText.Write(report with { Golden = null }) : "");
        writer.Flush();
        PrivateContent.Write(folder, NameOf(key), content.ToArray());
        Trim();
    }

    private static string NameOf(string key) => FilePrefix + key + FileSuffix;

    private void Trim()
    {
        try
        {
            var files = new DirectoryInfo(folder).GetFiles(FilePrefix + "*" + FileSuffix);
            foreach (var old in files.OrderByDescending(static file => file.LastWriteTimeUtc).Skip(MostFiles))
                old.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            // Another process tidies up as well.
        }
    }
}
