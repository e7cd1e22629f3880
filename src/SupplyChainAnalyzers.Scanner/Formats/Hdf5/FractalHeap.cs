using System.Numerics;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// A heap of many small objects (III.G): a table of blocks, two rows of the starting size and each further row of twice the size
/// before. Blocks up to a limit hold objects, larger ones hold tables. An object is named by an id: kind, then offset and length
/// in the heap (managed), a key into a B-tree (huge), or its bytes (tiny).
/// </summary>
internal sealed class FractalHeap
{
    private const int MaxDepth = 16;
    private const string What = "a fractal heap";

    private readonly Hdf5Volume _volume;
    private readonly int _offsetSize;
    private readonly int _lengthSize;
    private readonly long? _hugeIndex;
    private readonly int _width;
    private readonly ulong _firstSize;
    private readonly int _directRows;
    private readonly long? _root;
    private readonly int _rootRows;
    private readonly ulong _rootSize;
    private readonly bool _hugeIsDirect;

    private FractalHeap(Hdf5Cursor cursor)
    {
        _volume = cursor.Volume;
        cursor.Signature("FRHP"u8);
        cursor.Skip(1);
        var idSize = cursor.U16();
        if (cursor.U16() != 0)
            throw cursor.Damaged("is compressed, which is not opened here");

        cursor.Skip(1);
        var maxManaged = cursor.U32();
        cursor.Length();
        _hugeIndex = cursor.Place();
        cursor.Length();
        cursor.Place();
        cursor.Skip(8L * _volume.LengthSize);
        _width = cursor.U16();
        _firstSize = cursor.Length();
        var maxDirect = cursor.Length();
        var bits = cursor.U16();
        cursor.Skip(2);
        _root = cursor.Place();
        _rootRows = cursor.U16();
        if (_width == 0 || !BitOperations.IsPow2(_width) || !BitOperations.IsPow2(_firstSize) || !BitOperations.IsPow2(maxDirect) || maxDirect < _firstSize || bits is 0 or > 64 || maxManaged == 0)
            throw cursor.Damaged("has impossible sizes");

        _offsetSize = (bits + 7) / 8;
        _lengthSize = Math.Min(EncodedSize.Of(maxDirect), EncodedSize.Of(maxManaged));
        _directRows = BitOperations.Log2(maxDirect) - BitOperations.Log2(_firstSize) + 2;
        _rootSize = _rootRows == 0 ? _firstSize : 0;
        _hugeIsDirect = _volume.OffsetSize + _volume.LengthSize < idSize;
    }

    public static FractalHeap Read(Hdf5Volume volume, long place) => new(volume.At(place, What));

    /// <summary>The bytes of an object; inside the file, so nothing is copied.</summary>
    public Hdf5Cursor Open(byte[] id)
    {
        _volume.Step();
        return (id[0] >> 4 & 3) switch
        {
            0 => Managed(Number(id, 1, _offsetSize), Number(id, 1 + _offsetSize, _lengthSize)),
            1 => Huge(id),
            _ => throw new DamagedFileException("it keeps a name or attribute in a form that no library writes", 0),
        };
    }

    private Hdf5Cursor Managed(ulong offset, ulong length)
    {
        var (place, rows) = (_root ?? throw Damaged(), _rootRows);
        if (rows == 0)
            return Within(place, _rootSize, offset, length);

        for (var depth = 0; depth < MaxDepth; depth++)
        {
            var (row, column, start, size) = Entry(offset, rows);
            offset -= start;
            var table = _volume.At(place, What);
            table.Signature("FHIB"u8);
            table.Skip(1 + _volume.OffsetSize + _offsetSize + (((long)row * _width) + column) * _volume.OffsetSize);
            place = table.Required();
            if (row < _directRows)
                return Within(place, size, offset, length);

            rows = BitOperations.Log2(size) - BitOperations.Log2(_firstSize) - BitOperations.Log2((uint)_width) + 1;
        }

        throw Damaged();
    }

    private (int Row, int Column, ulong Start, ulong Size) Entry(ulong offset, int rows)
    {
        ulong start = 0;
        for (var row = 0; row < rows && row < 64; row++)
        {
            var size = row == 0 ? _firstSize : _firstSize << (row - 1);
            if (size == 0 || size > ulong.MaxValue / 2 / (ulong)_width)
                break;
            if (offset - start < size * (ulong)_width)
            {
                var column = (offset - start) / size;
                return (row, (int)column, start + (column * size), size);
            }

            start += size * (ulong)_width;
        }

        throw Damaged();
    }

    // Offsets count from the start of a block, its header included.
    private Hdf5Cursor Within(long place, ulong size, ulong offset, ulong length)
    {
        _volume.At(place, What).Signature("FHDB"u8);
        return offset <= size && length <= size - offset ? _volume.At(place + (long)offset, (long)length, What) : throw Damaged();
    }

    private Hdf5Cursor Huge(byte[] id)
    {
        if (_hugeIsDirect)
            return _volume.At(_volume.Place(Number(id, 1, _volume.OffsetSize)) ?? throw Damaged(), (long)Math.Min(Number(id, 1 + _volume.OffsetSize, _volume.LengthSize), long.MaxValue), What);

        var key = Number(id, 1, Math.Min(_volume.LengthSize, id.Length - 1));
        foreach (var record in BTree2.Records(_volume, _hugeIndex ?? throw Damaged()))
        {
            var (place, length) = (record.Place(), record.Length());
            if (record.Length() == key && place is { } found)
                return _volume.At(found, (long)Math.Min(length, long.MaxValue), What);
        }

        throw Damaged();
    }

    private static ulong Number(byte[] id, int start, int count)
    {
        ulong value = 0;
        for (var i = Math.Min(start + count, id.Length) - 1; i >= start; i--)
            value = value << 8 | id[i];

        return value;
    }

    private static DamagedFileException Damaged() => new("a name in it leads to no place in its heap", 0);
}
