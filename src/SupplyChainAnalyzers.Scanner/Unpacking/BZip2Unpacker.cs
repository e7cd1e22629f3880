using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// bzip2. <c>BZh</c>, level 1–9 (hundreds of kB a block), blocks of 48 bits 314159265359 and a checksum, then 48 bits
/// 177245385090 and a checksum; most significant bit first. Streams follow one another.
/// </summary>
internal sealed class BZip2Unpacker : WindowUnpacker
{
    private const ulong BlockMark = 0x314159265359;
    private const ulong EndMark = 0x177245385090;
    private const uint Polynomial = 0x04C11DB7;

    private static readonly uint[] Table = Checksums();

    private readonly BZip2Bits _bits;
    private BZip2Block? _block;
    private bool _isDone;
    private uint _crc;
    private uint _expected;
    private int _level;

    // Of the first run-length code: four equal bytes, then a count.
    private int _last = -1;
    private int _run;
    private int _repeat;

    public BZip2Unpacker(ByteFeed feed) => _bits = new BZip2Bits(feed);

    public override long Position => _bits.Position;

    protected override bool IsDone => _isDone;

    protected override void Step()
    {
        if (_level == 0)
            Stream();
        else if (_block is null)
            Next();
        else
            Bytes(_block);
    }

    private void Stream()
    {
        var mark = _bits.Read(24);
        _level = _bits.Read(8) - '0';
        if (mark != 0x425A68 || _level is < 1 or > 9)
            throw new DamagedFileException("the bzip2 header is none", Position);
    }

    private void Next()
    {
        var mark = ((ulong)(uint)_bits.Read(24) << 24) | (uint)_bits.Read(24);
        _expected = ((uint)_bits.Read(16) << 16) | (uint)_bits.Read(16);
        if (mark == BlockMark)
        {
            _block = new BZip2Block(_bits, _level * 100_000);
            (_last, _run, _repeat, _crc) = (-1, 0, 0, uint.MaxValue);
            return;
        }

        if (mark != EndMark)
            throw new DamagedFileException("a bzip2 block does not start as one", Position);

        _bits.Align();
        _level = 0;
        _isDone = !_bits.StartsStream();
    }

    private void Bytes(BZip2Block block)
    {
        while (!Window.IsFull)
        {
            if (_repeat > 0)
            {
                _repeat--;
                Put(_last);
                continue;
            }

            var value = block.Next();
            if (value < 0)
            {
                _block = null;
                if (~_crc != _expected)
                    throw new DamagedFileException("the checksum of a bzip2 block is wrong", Position);
                return;
            }

            if (_run == 4)
            {
                (_repeat, _run) = (value, 0);
                continue;
            }

            _run = value == _last ? _run + 1 : 1;
            _last = value;
            Put(value);
        }
    }

    private void Put(int value)
    {
        _crc = (_crc << 8) ^ Table[(_crc >> 24) ^ (uint)value];
        Window.Put((byte)value);
    }

    private static uint[] Checksums()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i << 24;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 0x80000000) == 0 ? value << 1 : (value << 1) ^ Polynomial;
            table[i] = value;
        }

        return table;
    }
}
