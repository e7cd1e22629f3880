using System.Numerics;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5.Indexes;

/// <summary>
/// A list of chunks that grows in one dimension (VII.D). The index block holds the first entries, then addresses of data blocks,
/// then of super blocks, which hold addresses of data blocks. Level n of the blocks has 2^(n/2) data blocks of 2^((n+1)/2) times
/// the smallest size. Data blocks longer than a page are kept in pages, each with a checksum.
/// </summary>
internal sealed class ExtensibleArray
{
    private const string What = "an extensible array";

    private readonly Hdf5Volume _volume;
    private readonly int _entrySize;
    private readonly int _bits;
    private readonly int _inIndex;
    private readonly ulong _smallest;
    private readonly int _pointers;
    private readonly ulong _page;
    private readonly ulong _count;
    private readonly long? _index;

    private ExtensibleArray(Hdf5Cursor header)
    {
        _volume = header.Volume;
        header.Signature("EAHD"u8);
        header.Skip(2);
        _entrySize = header.U8();
        _bits = header.U8();
        _inIndex = header.U8();
        _smallest = header.U8();
        _pointers = header.U8();
        var pageBits = header.U8();
        header.Skip(4L * _volume.LengthSize);
        _count = header.Length(); // the highest index that was set, and one
        header.Length();
        _index = header.Place();
        if (_bits > 64 || pageBits > 62 || !BitOperations.IsPow2(_smallest) || !BitOperations.IsPow2(_pointers) || _bits < BitOperations.Log2(_smallest))
            throw header.Damaged("has impossible sizes");

        _page = 1ul << pageBits;
    }

    public static IEnumerable<ArrayEntry> Entries(Hdf5Volume volume, long place) => new ExtensibleArray(volume.At(place, What)).All();

    private IEnumerable<ArrayEntry> All()
    {
        if (_index is not { } place)
            yield break;

        var block = Block(place, "EAIB"u8);
        ulong index = 0;
        for (var i = 0; i < _inIndex; i++)
            yield return ArrayEntry.Read(block, index++, _entrySize);

        var levels = 1 + _bits - BitOperations.Log2(_smallest);
        var inIndex = 2 * BitOperations.Log2((uint)_pointers);
        for (var level = 0; level < levels && index < _count; level++)
        {
            var (blocks, size) = (1ul << (level / 2), SizeOf(level));
            if (level < inIndex)
            {
                for (ulong i = 0; i < blocks; i++, index += size)
                {
                    foreach (var entry in Data(block.Place(), index, size, null, 0))
                        yield return entry;
                }
            }
            else
            {
                foreach (var entry in Super(block.Place(), index, blocks, size))
                    yield return entry;
                index += blocks * size;
            }
        }
    }

    private ulong SizeOf(int level) => (level + 1) / 2 + BitOperations.Log2(_smallest) < 60
        ? _smallest << ((level + 1) / 2)
        : throw new DamagedFileException("an extensible array is larger than any file", 0);

    private IEnumerable<ArrayEntry> Super(long? place, ulong index, ulong blocks, ulong size)
    {
        if (place is not { } found)
            yield break;

        var block = Block(found, "EASB"u8);
        block.Skip(OffsetWidth);
        var pages = size > _page ? size / _page : 0;
        var mapSize = (pages + 7) / 8;
        var maps = block.Bytes((long)Math.Min(mapSize > ulong.MaxValue / 2 / blocks ? ulong.MaxValue / 2 : mapSize * blocks, long.MaxValue));
        for (ulong i = 0; i < blocks && index < _count; i++, index += size)
        {
            foreach (var entry in Data(block.Place(), index, size, maps, (long)(i * mapSize)))
                yield return entry;
        }
    }

    private IEnumerable<ArrayEntry> Data(long? place, ulong index, ulong size, byte[]? maps, long map)
    {
        _volume.Step();
        if (place is not { } found)
            yield break;

        var block = Block(found, "EADB"u8);
        block.Skip(OffsetWidth);
        var isPaged = maps is not null && size > _page;
        block.Skip(isPaged ? 4 : 0);
        for (ulong i = 0; i < size && index + i < _count; i++)
        {
            var number = i / _page;
            if (isPaged && i % _page == 0 && (maps![map + (long)(number / 8)] & 0x80 >> (int)(number % 8)) == 0)
            {
                block.Skip(((long)_page * _entrySize) + 4);
                i += _page - 1;
                continue;
            }

            yield return ArrayEntry.Read(block, index + i, _entrySize);
            if (isPaged && i % _page == _page - 1)
                block.Skip(4);
        }
    }

    // Signature, version, client, address of the header.
    private Hdf5Cursor Block(long place, ReadOnlySpan<byte> signature)
    {
        var block = _volume.At(place, What);
        block.Signature(signature);
        block.Skip(2 + _volume.OffsetSize);
        return block;
    }

    private int OffsetWidth => (_bits + 7) / 8;
}
