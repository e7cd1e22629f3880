using System.Buffers.Binary;
using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>Bytes a parser reads at any place; never beyond the end. What is not there is a damaged file, not a zero.</summary>
internal abstract class ByteSource
{
    public abstract long Length { get; }

    /// <summary>Copies as many bytes as there are from <paramref name="offset"/> on; returns how many.</summary>
    public abstract int Read(long offset, Span<byte> into);

    /// <exception cref="DamagedFileException">The file ends before.</exception>
    public void ReadExactly(long offset, Span<byte> into, string what)
    {
        if (offset < 0 || offset > Length - into.Length || Read(offset, into) != into.Length)
            throw new DamagedFileException($"the file ends within {what}", Math.Clamp(offset, 0, Length));
    }

    public byte[] ReadBytes(long offset, int count, string what)
    {
        var bytes = new byte[count];
        ReadExactly(offset, bytes, what);
        return bytes;
    }

    public byte ReadByte(long offset, string what)
    {
        Span<byte> bytes = stackalloc byte[1];
        ReadExactly(offset, bytes, what);
        return bytes[0];
    }

    public uint ReadUInt32(long offset, string what)
    {
        Span<byte> bytes = stackalloc byte[4];
        ReadExactly(offset, bytes, what);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    public ulong ReadUInt64(long offset, string what)
    {
        Span<byte> bytes = stackalloc byte[8];
        ReadExactly(offset, bytes, what);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
