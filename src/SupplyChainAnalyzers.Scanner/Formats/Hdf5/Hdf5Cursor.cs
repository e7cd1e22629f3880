using System.Buffers.Binary;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>Reads fields one after another, little-endian, never behind the end of the structure they belong to.</summary>
internal sealed class Hdf5Cursor(Hdf5Volume volume, long position, long end, string what)
{
    private const int MaxName = 64 << 10;

    public Hdf5Volume Volume => volume;

    /// <summary>Byte offset in the file.</summary>
    public long Position { get; private set; } = position;

    public long Left => end - Position;

    public byte U8()
    {
        Span<byte> bytes = stackalloc byte[1];
        Read(bytes);
        return bytes[0];
    }

    public ushort U16()
    {
        Span<byte> bytes = stackalloc byte[2];
        Read(bytes);
        return BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    public uint U32() => (uint)UInt(4);

    public ulong U64() => UInt(8);

    /// <summary>An unsigned number of 0 to 8 bytes.</summary>
    public ulong UInt(int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        Read(bytes[..size]);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>A length; one that exceeds the file is damage wherever it is used.</summary>
    public ulong Length() => UInt(volume.LengthSize);

    /// <summary>An address as a place in the file; null when undefined.</summary>
    public long? Place() => volume.Place(UInt(volume.OffsetSize));

    /// <summary>An address that must be there.</summary>
    public long Required() => Place() ?? throw Damaged("points nowhere");

    public byte[] Bytes(long count)
    {
        Need(count);
        if (count > int.MaxValue / 2)
            throw Damaged("is too large");

        var bytes = new byte[count];
        Read(bytes);
        return bytes;
    }

    /// <summary>Text of a known length; what follows a zero is padding.</summary>
    public string Text(long count)
    {
        if (count > MaxName)
            throw Damaged("has a name that is too long");

        var bytes = Bytes(count);
        var length = Array.IndexOf(bytes, (byte)0);
        return Encoding.UTF8.GetString(bytes, 0, length < 0 ? bytes.Length : length);
    }

    /// <summary>Text up to a zero.</summary>
    public string Terminated()
    {
        var bytes = new List<byte>();
        for (var next = U8(); next != 0; next = U8())
        {
            if (bytes.Count == MaxName)
                throw Damaged("has a name that is too long");
            bytes.Add(next);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    public void Skip(long count)
    {
        Need(count);
        Position += count;
    }

    /// <summary>Four letters that begin a structure.</summary>
    public void Signature(ReadOnlySpan<byte> expected)
    {
        Span<byte> bytes = stackalloc byte[4];
        Read(bytes);
        if (!bytes.SequenceEqual(expected))
            throw Damaged("does not begin as it should");
    }

    public DamagedFileException Damaged(string fault) => new($"{what} {fault}", Math.Clamp(Position, 0, volume.Source.Length));

    private void Read(Span<byte> into)
    {
        Need(into.Length);
        volume.Source.ReadExactly(Position, into, what);
        Position += into.Length;
    }

    private void Need(long count)
    {
        if (count < 0 || count > Left)
            throw new DamagedFileException($"the file ends within {what}", Math.Clamp(Position, 0, volume.Source.Length));
    }
}
