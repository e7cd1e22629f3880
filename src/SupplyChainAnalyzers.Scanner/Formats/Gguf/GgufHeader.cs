using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>
/// The fixed part (ggml docs/gguf.md): <c>GGUF</c>, version u32, tensor count u64, metadata count u64. Version 1 counts in
/// u32. Version 3 allows big-endian files, whose version shows it.
/// </summary>
internal sealed record GgufHeader(uint Version, ulong Tensors, ulong Entries, GgufCursor Cursor)
{
    private const int VersionAt = 4;

    /// <exception cref="DamagedFileException">Too short, or of a version nobody defined.</exception>
    public static GgufHeader Read(ByteSource file)
    {
        var little = file.ReadUInt32(VersionAt, "its header");
        var big = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(little);
        var isBig = little is not (1 or 2 or 3) && big is 1 or 2 or 3;
        var version = isBig ? big : little;
        if (version is not (1 or 2 or 3))
            throw new DamagedFileException($"version {version} is unknown", VersionAt);

        var cursor = new GgufCursor(file, isBig, version == 1) { Position = VersionAt + 4 };
        return new GgufHeader(version, cursor.Count("its header"), cursor.Count("its header"), cursor);
    }
}
