using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Formats.Gguf;
using SupplyChainAnalyzers.Scanner.Formats.Hdf5;
using SupplyChainAnalyzers.Scanner.Formats.NumPy;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Formats.SafeTensors;
using SupplyChainAnalyzers.Scanner.Formats.Tar;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats;

/// <summary>Decides a file's format by its structure, never by its name.</summary>
internal static class FormatIdentifier
{
    private static readonly IFormatProbe[] Probes =
    [
        new ZipProbe(), new TarProbe(), new PickleProbe(), new GgufProbe(), new SafeTensorsProbe(), new OnnxProbe(), new NumPyProbe(), new Hdf5Probe(),
    ];

    /// <summary>Streams whose content lies behind a decompressor that is not there yet.</summary>
    private static readonly ModelFormat[] Opaque =
    [
        ModelFormats.GZip, ModelFormats.BZip2, ModelFormats.Xz, ModelFormats.Lzma, ModelFormats.Lz4, ModelFormats.ZLib,
        ModelFormats.Zstd, ModelFormats.SevenZip,
    ];

    public static Identification Identify(ByteSource file)
    {
        var head = new byte[FormatSniffer.HeadLength];
        var sniffed = FormatSniffer.Sniff(head, file.Read(0, head), file.Length);
        var findings = new List<ReportedFinding>();
        var format = Probe(file, sniffed, findings);
        if (format.RunsCode)
            findings.Add(Found(Rules.CodeFormat, $"has a format ({format.Name}) whose usual loader runs what the file says; use safetensors or ONNX where you can"));
        if (Opaque.Contains(format))
            findings.Add(Found(Rules.Unscannable, $"is packed ({format.Name}) and is not unpacked here, so its content is unknown; ship the unpacked file"));
        if (format != ModelFormats.Llamafile && !ZipProbe.Family.Contains(format) && ZipEnd.Find(file) is { } end)
            findings.Add(Found(Rules.Unscannable, $"starts as {format.Name} and ends as a zip archive: loaders disagree about what it is; do not use it", end));

        return new Identification(format, findings);
    }

    private static ModelFormat Probe(ByteSource file, ModelFormat sniffed, List<ReportedFinding> findings)
    {
        try
        {
            return Array.Find(Probes, probe => probe.Sniffed.Contains(sniffed))?.Probe(file, sniffed) ?? sniffed;
        }
        catch (DamagedFileException e)
        {
            findings.Add(Found(Rules.Unscannable, $"starts as {sniffed.Name} but cannot be inspected: {e.Message}; get the file anew", e.Offset));
            return sniffed;
        }
    }

    private static ReportedFinding Found(Rule rule, string message, long? offset = null) => new(rule, rule.Severity, message, Offset: offset);
}
