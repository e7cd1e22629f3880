using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>Whether the counts of the header can be true, and metadata follows.</summary>
internal sealed class GgufProbe : IFormatProbe
{
    private const int MaxKey = 65535; // the specification's limit
    private const int CountsAt = 8;
    private const ulong SmallestEntry = 9; // key length 4 (version 1), type 4, value 1
    private const ulong SmallestTensor = 20; // name length 4, dimensions 4, type 4, offset 8

    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.Gguf];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        var header = GgufHeader.Read(file);
        var room = (ulong)header.Cursor.Remaining;
        if (header.Entries > room / SmallestEntry || header.Tensors > (room - (header.Entries * SmallestEntry)) / SmallestTensor)
            throw new DamagedFileException($"{header.Tensors} tensors and {header.Entries} metadata entries do not fit into the file", CountsAt);

        if (header.Entries > 0)
            CheckKey(file, header.Cursor);

        return ModelFormats.Gguf;
    }

    private static void CheckKey(ByteSource file, GgufCursor cursor)
    {
        var start = cursor.Position;
        var length = cursor.Count("a key");
        if (length is 0 or > MaxKey)
            throw new DamagedFileException($"a metadata key has {length} bytes", start);

        var key = file.ReadBytes(cursor.Position, (int)length, "a key");
        if (key.AsSpan().IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0)
            throw new DamagedFileException("a metadata key is not printable ASCII", start);
    }
}
