using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Inspecting;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>Texts of the metadata, the chat template line by line, tensors.</summary>
internal sealed class GgufLister : IFormatLister
{
    private const string Template = "tokenizer.chat_template";
    private const int MaxShown = 1000;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Gguf];

    public void List(ByteSource source, Listing listing)
    {
        var header = GgufHeader.Read(source);
        listing.Add("structure", FormattableString.Invariant($"GGUF version {header.Version}, {header.Entries} metadata entries, {header.Tensors} tensors"));
        new GgufMetadata(header, ScanContext.ForFile("", new FindingSink(), Neighbours.None)).Read((key, text, _) =>
        {
            if (!key.StartsWith(Template, StringComparison.Ordinal))
                listing.Add("metadata", key, text);
            else
                Array.ForEach(text.Split('\n'), line => listing.Add("template", line));
        });

        var types = new Dictionary<string, long>(StringComparer.Ordinal);
        for (ulong i = 0; i < header.Tensors; i++)
            Tensor(header.Cursor, types, i < MaxShown ? listing : null);
        listing.Add("types", types);
    }

    private static void Tensor(GgufCursor cursor, Dictionary<string, long> types, Listing? listing)
    {
        var tensor = GgufTensor.Read(cursor);
        types[tensor.TypeName] = types.GetValueOrDefault(tensor.TypeName) + 1;
        listing?.Add("tensors", FormattableString.Invariant($"{tensor.Name}  {tensor.TypeName} [{string.Join(", ", tensor.Sizes)}]  at byte {tensor.Offset} of the data"));
    }
}
