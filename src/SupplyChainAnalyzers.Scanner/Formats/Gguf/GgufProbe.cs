using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>
/// GGUF (ggml docs/gguf.md): <c>GGUF</c>, version u32, tensor count u64, metadata count u64, then metadata as key
/// (length u64, bytes), type u32, value; then tensor descriptions; then data. Version 1 counts in u32.
/// </summary>
internal sealed class GgufProbe : IFormatProbe
{
    private const int MaxKey = 65535; // the specification's limit
    private const ulong SmallestEntry = 13; // key length 8, type 4, value 1
    private const ulong SmallestTensor = 24; // name length 8, dimensions 4, type 4, offset 8

    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.Gguf];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        var version = file.ReadUInt32(4, "its header");
        if (version is not (1 or 2 or 3))
            throw new DamagedFileException($"version {version} is unknown, or its numbers are big-endian", 4);

        var (tensors, entries, offset) = version == 1
            ? (file.ReadUInt32(8, "its header"), file.ReadUInt32(12, "its header"), 16L)
            : (file.ReadUInt64(8, "its header"), file.ReadUInt64(16, "its header"), 24L);
        var room = (ulong)(file.Length - offset);
        if (entries > room / SmallestEntry || tensors > (room - (entries * SmallestEntry)) / SmallestTensor)
            throw new DamagedFileException($"{tensors} tensors and {entries} metadata entries do not fit into the file", 8);

        if (entries > 0)
            CheckKey(file, offset, version == 1);

        return ModelFormats.Gguf;
    }

    private static void CheckKey(ByteSource file, long offset, bool narrow)
    {
        var length = narrow ? file.ReadUInt32(offset, "a key") : file.ReadUInt64(offset, "a key");
        if (length is 0 or > MaxKey)
            throw new DamagedFileException($"a metadata key has {length} bytes", offset);

        var key = file.ReadBytes(offset + (narrow ? 4 : 8), (int)length, "a key");
        if (key.AsSpan().IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0)
            throw new DamagedFileException("a metadata key is not printable ASCII", offset);
    }
}
