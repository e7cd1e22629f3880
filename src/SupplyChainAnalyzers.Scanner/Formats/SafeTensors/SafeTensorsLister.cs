using System.Globalization;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Inspecting;

namespace SupplyChainAnalyzers.Scanner.Formats.SafeTensors;

/// <summary>Metadata, types, tensors.</summary>
internal sealed class SafeTensorsLister : IFormatLister
{
    private const int MaxShown = 1000;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.SafeTensors];

    public void List(ByteSource source, Listing listing)
    {
        var header = new SafeTensorsHeader(source, static _ => { });
        var types = new Dictionary<string, long>(StringComparer.Ordinal);
        var shown = new List<string>();
        var count = 0;
        foreach (var tensor in header.Read((name, text, _) => listing.Add("metadata", name, text)))
        {
            count++;
            var type = tensor.Type ?? "without a place in the file";
            types[type] = types.GetValueOrDefault(type) + 1;
            if (shown.Count < MaxShown)
                shown.Add(FormattableString.Invariant($"{tensor.Name}  {type} [{string.Join(", ", tensor.Shape ?? [])}]  bytes {tensor.Start} to {tensor.End}"));
        }

        listing.Add("structure", FormattableString.Invariant($"header of {header.DataStart} bytes, {count} tensors"));
        listing.Add("types", types);
        shown.ForEach(line => listing.Add("tensors", line));
        if (count > shown.Count)
            listing.Add("tensors", $"… and {(count - shown.Count).ToString(CultureInfo.InvariantCulture)} more");
    }
}
