using System.Globalization;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Conversion;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Inspecting;

/// <summary>The tensors of files that <c>models convert</c> can read, by the same readers: what is listed is what would be copied.</summary>
internal static class TensorListing
{
    private const int MaxShown = 1000;

    private static readonly ModelFormat[] Formats =
    [
        ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorch, ModelFormats.PyTorchLegacy, ModelFormats.TorchScript,
        ModelFormats.NumPy, ModelFormats.NumPyZip, ModelFormats.Hdf5, ModelFormats.KerasH5, ModelFormats.Keras,
    ];

    public static void List(ByteSource source, ModelFormat format, Listing listing)
    {
        if (Array.IndexOf(Formats, format) < 0)
            return;

        try
        {
            var found = TensorFiles.Read(source, format, ScanContext.ForFile("", new FindingSink(), Neighbours.None));
            foreach (var tensor in found.Tensors.Take(MaxShown))
                listing.Add("tensors", FormattableString.Invariant($"{tensor.Name}  {tensor.Type.Name} [{string.Join(", ", tensor.Shape)}]"));
            if (found.Tensors.Count > MaxShown)
                listing.Add("tensors", $"… and {(found.Tensors.Count - MaxShown).ToString(CultureInfo.InvariantCulture)} more");

            foreach (var (name, what) in found.Left.Take(MaxShown))
                listing.Add("no tensors", name, what);
        }
        catch (Exception e) when (e is ConversionException or DamagedFileException or LimitExceededException)
        {
            listing.Add("structure", "its tensors cannot be listed: it " + e.Message);
        }
    }
}
