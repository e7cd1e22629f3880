using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Plain pickles, joblib's with raw arrays in between, and what torch wrote before 1.6.</summary>
internal sealed class PickleScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorchLegacy];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (LegacyTorch.IsTar(source))
            FormatScanners.Find(ModelFormats.Tar)!.Scan(source, context);
        else if (LegacyTorch.Starts(source))
            LegacyTorch.Scan(source, context);
        else
            ScanAt(source, 0, context);
    }

    /// <summary>Inspects the pickles from an offset on: behind a header, say.</summary>
    public static void ScanAt(ByteSource source, long offset, ScanContext context)
    {
        var file = new PickleFile(source, context);
        file.ScanAll(offset);
        WeightsOnly.Note(file, context);
    }
}
