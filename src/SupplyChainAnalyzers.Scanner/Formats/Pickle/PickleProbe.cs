using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Tells pickles that end from streams that only start like one.</summary>
internal sealed class PickleProbe : IFormatProbe
{
    private const int NameWindow = 64 << 10; // joblib names its wrapper class before the first array

    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorchLegacy];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        // joblib writes arrays raw into the middle of the stream: its opcodes end at the first one.
        if (sniffed == ModelFormats.Pickle && NamesJoblib(file))
            return ModelFormats.Joblib;

        if (sniffed != ModelFormats.Joblib)
            PickleStream.FindEnd(file, 0);

        return sniffed;
    }

    private static bool NamesJoblib(ByteSource file)
    {
        var window = new byte[Math.Min(NameWindow, file.Length)];
        return window.AsSpan(0, file.Read(0, window)).IndexOf("joblib.numpy_pickle"u8) >= 0;
    }
}
