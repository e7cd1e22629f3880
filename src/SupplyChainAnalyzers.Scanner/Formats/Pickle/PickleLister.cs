using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Inspecting;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What opening would do, as Python.</summary>
internal sealed class PickleLister : IFormatLister
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorchLegacy];

    public void List(ByteSource source, Listing listing)
    {
        foreach (var line in PickleListing.Lines(source))
            listing.Add("trace", line);
    }
}
