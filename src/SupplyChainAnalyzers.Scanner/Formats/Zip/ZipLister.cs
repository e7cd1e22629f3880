using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Inspecting;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>The members as the directory has them, and what is in those that are no tensors.</summary>
internal sealed class ZipLister : IFormatLister
{
    private const int MaxMembers = 200;
    private const long LargestMember = 64L << 20;

    public IReadOnlyList<ModelFormat> Formats { get; } =
        [ModelFormats.Zip, ModelFormats.PyTorch, ModelFormats.TorchScript, ModelFormats.Mar, ModelFormats.Skops, ModelFormats.NumPyZip, ModelFormats.Keras];

    public void List(ByteSource source, Listing listing)
    {
        var zip = new ZipReader(source, ScanContext.ForFile("", new FindingSink(), Neighbours.None));
        listing.Add("structure", FormattableString.Invariant($"zip archive of {zip.Entries.Count} members"));
        foreach (var entry in zip.Entries)
            listing.Add("members", FormattableString.Invariant($"{entry.Name}  {entry.Size} bytes, {Packed(entry)}"));

        var torch = new TorchLayout([.. zip.Entries.Select(static entry => entry.Name)]);
        var small = zip.Entries.Where(entry => entry is { IsFolder: false, IsMarkedEncrypted: false, Size: <= LargestMember } && !torch.IsStorage(entry.Name));
        foreach (var entry in small.Take(MaxMembers))
            Member(zip, entry, listing);
    }

    private static void Member(ZipReader zip, ZipRecord entry, Listing listing)
    {
        try
        {
            listing.Nested(zip.Open(entry), entry.Name);
        }
        catch (DamagedFileException e)
        {
            listing.Add("members", entry.Name, "cannot be unpacked: " + e.Message);
        }
    }

    private static string Packed(ZipRecord entry) => entry.IsMarkedEncrypted ? "encrypted" : entry.Method switch
    {
        0 => "stored",
        8 => FormattableString.Invariant($"deflated to {entry.PackedSize}"),
        var method => FormattableString.Invariant($"packed by method {method} to {entry.PackedSize}"),
    };
}
