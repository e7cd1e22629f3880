using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.FlatBuffers;

/// <summary>One table: its fields by their index in the schema. A field that is not there has its default.</summary>
internal readonly struct FlatTable(FlatFile file, long position, long fields, int length, int size)
{
    public FlatFile File { get; } = file;

    /// <summary>Byte offset in the file.</summary>
    public long Position { get; } = position;

    public bool Has(int index) => At(index, 1) is not null;

    public byte Byte(int index) => At(index, 1) is { } at ? File.Byte(at) : (byte)0;

    public int Int32(int index) => At(index, 4) is { } at ? File.Int32(at) : 0;

    public uint UInt32(int index) => (uint)Int32(index);

    public ulong UInt64(int index) => At(index, 8) is { } at ? File.UInt64(at) : 0;

    public FlatTable? Table(int index) => At(index, 4) is { } at ? File.Table(File.Follow(at)) : null;

    /// <summary>Elements of a fixed size; empty when the field is not there.</summary>
    public FlatVector Vector(int index, int elementSize) => At(index, 4) is { } at ? FlatVector.At(File, File.Follow(at), elementSize) : default;

    /// <summary>Tables, or texts: offsets of four bytes.</summary>
    public FlatVector Offsets(int index) => Vector(index, 4);

    /// <summary>UTF-8, at most <paramref name="max"/> bytes of it; empty when it is not there.</summary>
    public string Text(int index, int max = 512)
    {
        var text = Vector(index, 1);
        return text.Count == 0 ? "" : Encoding.UTF8.GetString(File.Bytes(text.Start, text.Count, max));
    }

    private long? At(int index, int bytes)
    {
        var slot = 4 + (2 * index);
        if (slot + 2 > length)
            return null;

        var offset = File.UInt16(fields + slot);
        if (offset == 0)
            return null;

        return offset >= 4 && offset + bytes <= size ? Position + offset : throw new DamagedFileException("a field lies outside of its table", Position);
    }
}
