using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Gguf;
using SupplyChainAnalyzers.Scanner.Formats.Hdf5;
using SupplyChainAnalyzers.Scanner.Formats.NumPy;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Formats.SafeTensors;
using SupplyChainAnalyzers.Scanner.Formats.Tar;
using SupplyChainAnalyzers.Scanner.Formats.TensorFlow;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats;

/// <summary>Decides a file's format by its structure, never by its name.</summary>
internal static class FormatIdentifier
{
    private static readonly IFormatProbe[] Probes =
    [
        new ZipProbe(), new TarProbe(), new PickleProbe(), new GgufProbe(), new SafeTensorsProbe(), new OnnxProbe(), new NumPyProbe(), new Hdf5Probe(),
        new SavedModelPartProbe(),
    ];

    public static Identification Identify(ByteSource file)
    {
        var head = new byte[FormatSniffer.HeadLength];
        var sniffed = FormatSniffer.Sniff(head, file.Read(0, head), file.Length);
        try
        {
            return new Identification(Array.Find(Probes, probe => probe.Sniffed.Contains(sniffed))?.Probe(file, sniffed) ?? sniffed);
        }
        catch (DamagedFileException e)
        {
            return new Identification(sniffed, e);
        }
    }
}
