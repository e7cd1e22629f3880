using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Flax;

/// <summary>Reads the few msgpack values an array consists of, in any of their widths.</summary>
internal sealed class FlaxCursor(ByteSource source)
{
    public long Position { get; private set; }

    /// <summary>How many items follow.</summary>
    public long List() => Mark() switch
    {
        >= 0x90 and <= 0x9F and var mark => mark & 0x0F,
        0xDC => Number(2),
        0xDD => Number(4),
        _ => throw Wrong("a list"),
    };

    /// <summary>A whole number that is not negative.</summary>
    public long Whole() => Mark() switch
    {
        <= 0x7F and var mark => mark,
        0xCC or 0xD0 => Number(1),
        0xCD or 0xD1 => Number(2),
        0xCE or 0xD2 => Number(4),
        0xCF or 0xD3 => Number(8),
        _ => throw Wrong("a number"),
    };

    /// <summary>A text or bytes of at most so many.</summary>
    public byte[] Bytes(int most)
    {
        var length = BytesLength();
        if (length > most)
            throw Wrong("a short text");

        var bytes = source.ReadBytes(Position, (int)length, "an array");
        Position += length;
        return bytes;
    }

    /// <summary>How many bytes follow.</summary>
    public long BytesLength() => Mark() switch
    {
        >= 0xA0 and <= 0xBF and var mark => mark & 0x1F,
        0xC4 or 0xD9 => Number(1),
        0xC5 or 0xDA => Number(2),
        0xC6 or 0xDB => Number(4),
        _ => throw Wrong("bytes"),
    };

    private int Mark() => source.ReadByte(Position++, "an array");

    private long Number(int size)
    {
        var value = 0L;
        for (; size > 0; size--)
            value = (value << 8) | source.ReadByte(Position++, "an array");
        return value >= 0 ? value : throw Wrong("a number of 63 bits");
    }

    private DamagedFileException Wrong(string what) => new($"an array has no {what} where one belongs", Position);
}
