using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>
/// Zip archives are found from their end: behind any other file one can lie, and some loaders go by it. TensorFlow Lite keeps files
/// there by design, which its own scanner inspects.
/// </summary>
internal sealed class TrailingZipCheck : IContentCheck
{
    private static readonly ModelFormat[] Containers = [ModelFormats.Tar, ModelFormats.SevenZip, ModelFormats.GZip, ModelFormats.Lz4, ModelFormats.Zstd, ModelFormats.Xz];

    public void Check(ByteSource source, ModelFormat format, ScanContext context)
    {
        if (format == ModelFormats.Llamafile || format == ModelFormats.TfLite || ZipProbe.Family.Contains(format))
            return;

        // Python's zipfile takes an archive with up to 64 KiB behind it; so may a container or a pickle hold one by right.
        var readings = ZipReading.All(source);
        var atEnd = ZipEnd.Find(source);
        if (atEnd is null && (readings.Count == 0 || format.RunsCode || Containers.Contains(format)))
            return;

        var end = atEnd ?? readings[0].RecordOffset;
        context.Report(Rules.Polyglot, $"starts as {format.Name} and ends as a zip archive: loaders disagree about what it is; do not use it", end, atEnd is null ? Severity.Medium : Severity.High);
        if (readings is [var reading, ..] && FormatScanners.Find(ModelFormats.Zip) is { } scanner)
        {
            var start = Math.Clamp(reading.Entries.Min(static entry => entry.Offset), 0, end);
            scanner.Scan(new SliceSource(source, start, source.Length - start, "the archive"), context.Within("archive at the end"));
        }
    }
}
