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
    private const int MaxDimensions = 4;

    // enum ggml_type of ggml.h.
    private static readonly string[] Types =
    [
        "F32", "F16", "Q4_0", "Q4_1", "type 4", "type 5", "Q5_0", "Q5_1", "Q8_0", "Q8_1", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K", "Q8_K", "IQ2_XXS", "IQ2_XS", "IQ3_XXS",
        "IQ1_S", "IQ4_NL", "IQ3_S", "IQ2_S", "IQ4_XS", "I8", "I16", "I32", "I64", "F64", "IQ1_M", "BF16",
    ];

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
        var name = cursor.Text(Length(cursor), ushort.MaxValue, "a name");
        var shape = new ulong[Math.Min(MaxDimensions, cursor.U32("a tensor"))];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = cursor.Count("a tensor");

        var number = cursor.U32("a tensor");
        var type = number < Types.Length ? Types[number] : FormattableString.Invariant($"type {number}");
        types[type] = types.GetValueOrDefault(type) + 1;
        var offset = cursor.U64("a tensor");
        listing?.Add("tensors", FormattableString.Invariant($"{name}  {type} [{string.Join(", ", shape)}]  at byte {offset} of the data"));
    }

    private static long Length(GgufCursor cursor)
    {
        var length = cursor.Count("a name");
        return length <= (ulong)cursor.Remaining ? (long)length : throw new DamagedFileException("the file ends within a name", cursor.Position);
    }
}
