using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>Tells the formats that are zip archives apart by the names in the central directory, as their loaders do.</summary>
internal sealed class ZipProbe : IFormatProbe
{
    public static readonly IReadOnlyList<ModelFormat> Family =
    [
        ModelFormats.Zip, ModelFormats.PyTorch, ModelFormats.TorchScript, ModelFormats.Mar, ModelFormats.Keras, ModelFormats.Skops, ModelFormats.NumPyZip,
    ];

    public IReadOnlyList<ModelFormat> Sniffed => Family;

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        var entries = ZipDirectory.Read(file);
        return ZipLayout.Of([.. entries.Select(static entry => entry.Name)]);
    }
}
