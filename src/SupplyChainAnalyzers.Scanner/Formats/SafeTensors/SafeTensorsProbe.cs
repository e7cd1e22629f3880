using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.SafeTensors;

/// <summary>
/// safetensors (huggingface/safetensors README): header length u64, header as a JSON object of tensors, each with
/// <c>data_offsets</c> [start, end] relative to the end of the header, then data without a gap up to the end of the file.
/// </summary>
internal sealed class SafeTensorsProbe : IFormatProbe
{
    /// <summary>The reference implementation's limit is 100 MB; the largest real headers have one or two.</summary>
    private const int MaxHeader = 8 << 20;

    private static readonly JsonLimits Limits = new() { MaxDepth = 4, MaxLength = MaxHeader, MaxNodes = 500_000 };

    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.SafeTensors];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        var length = file.ReadUInt64(0, "its header");
        if (length > MaxHeader)
            throw new DamagedFileException($"a header of {length} bytes is larger than {MaxHeader}", 0);

        var header = JsonReader.Parse(file.ReadBytes(8, (int)length, "its header"), Limits);
        if (header.Root is not { Kind: JsonKind.Object } tensors)
            throw new DamagedFileException(header.Error is { } error ? "its header " + error.Message : "its header is no JSON object", 8);

        var data = file.Length - 8 - (long)length;
        var described = 0L;
        foreach (var tensor in tensors.Members.Where(static member => member.Name != "__metadata__"))
            described = Math.Max(described, End(tensor, data));

        return described == data
            ? ModelFormats.SafeTensors
            : throw new DamagedFileException($"its header describes {described} bytes of data, it has {data}", 8 + (long)length);
    }

    private static long End(JsonMember tensor, long data)
    {
        var offsets = tensor.Value.Find("data_offsets")?.Items;
        if (offsets is not { Count: 2 } || Number(offsets[0]) is not { } start || Number(offsets[1]) is not { } end || start > end || end > data)
            throw new DamagedFileException($"tensor '{Printable.Of(tensor.Name)}' has no place in the file", 8);

        return end;
    }

    private static long? Number(JsonNode node) =>
        long.TryParse(node.NumberText, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;
}
