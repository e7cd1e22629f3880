using System.Security.Cryptography;
using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// xz (The .xz File Format 1.1.0). Stream: header 12 · blocks · index · footer 12; streams follow one another, padded by
/// zeros. Block: header (size 1 in units of four, flags 1, sizes, filters, padding, CRC-32), data, padding to four, check.
/// </summary>
internal sealed class XzUnpacker(ByteFeed feed) : Unpacker
{
    private const int Lzma2Filter = 0x21;

    private static readonly int[] CheckSizes = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

    private bool _inStream;
    private bool _isDone;
    private int _check;
    private Unpacker? _block;
    private long _blockStart;
    private uint _crc32;
    private ulong _crc64;
    private IncrementalHash? _sha256;

    public override long Position => feed.Position;

    protected override int Some(Span<byte> into)
    {
        while (!_isDone)
        {
            if (_block is not null)
            {
                var count = _block.Read(into);
                if (count == 0)
                    EndOfBlock();
                else
                    Sum(into[..count]);
                if (count > 0)
                    return count;
            }
            else if (!_inStream)
            {
                Stream();
            }
            else
            {
                Block();
            }
        }

        return 0;
    }

    private void Stream()
    {
        Span<byte> header = stackalloc byte[12];
        feed.Read(header);
        if (!header.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, 0]) || header[7] > 15)
            throw new DamagedFileException("the xz header is none", feed.Position - 12);

        _check = header[7];
        _inStream = true;
    }

    private void Block()
    {
        _blockStart = feed.Position;
        var size = feed.Next() * 4;
        if (size == 0)
        {
            Index();
            return;
        }

        var flags = feed.Next();
        if ((flags & 0x40) != 0)
            Number();
        if ((flags & 0x80) != 0)
            Number();

        Func<Unpacker, Unpacker> outer = static inner => inner;
        for (var filters = flags & 3; filters > 0; filters--)
        {
            var before = outer;
            var filter = LzFilters.Find(Number(), Properties()) ?? throw new DamagedFileException("the xz data passes through a filter that is not read here", feed.Position);
            outer = inner => before(filter(inner));
        }

        if (Number() != Lzma2Filter || Properties() is not [var dictionary])
            throw new DamagedFileException("the xz data passes through a filter that is not read here", feed.Position);

        feed.Seek(_blockStart + size + 4);
        _blockStart = feed.Position;
        _block = outer(new Lzma2Unpacker(feed, Lzma2Unpacker.Dictionary(dictionary)));
        (_crc32, _crc64) = (0, 0);
        _sha256?.Dispose();
        _sha256 = _check == 10 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    }

    private void EndOfBlock()
    {
        _block = null;
        feed.Skip((4 - ((feed.Position - _blockStart) & 3)) & 3);
        var check = new byte[CheckSizes[_check]];
        feed.Read(check);
        var fits = _check switch
        {
            1 => BitConverter.ToUInt32(check) == _crc32,
            4 => BitConverter.ToUInt64(check) == _crc64,
            10 => check.AsSpan().SequenceEqual(_sha256!.GetHashAndReset()),
            _ => true,
        };

        if (!fits)
            throw new DamagedFileException("the check of an xz block is wrong", feed.Position);
    }

    private void Sum(ReadOnlySpan<byte> bytes)
    {
        if (_check == 1)
            _crc32 = Crc32.Append(_crc32, bytes);
        else if (_check == 4)
            _crc64 = Crc64.Append(_crc64, bytes);
        else
            _sha256?.AppendData(bytes);
    }

    private void Index()
    {
        for (var records = Number(); records > 0; records--)
        {
            Number();
            Number();
        }

        feed.Skip(((4 - ((feed.Position - _blockStart) & 3)) & 3) + 4 + 12);
        _inStream = false;
        var next = feed.Position;
        var value = feed.TryNext();
        while (value == 0)
            value = feed.TryNext();

        _isDone = value != 0xFD;
        feed.Seek(value < 0 ? feed.End : _isDone ? next : feed.Position - 1);
    }

    private byte[] Properties()
    {
        var length = Number();
        if (length > 1024)
            throw new DamagedFileException("an xz filter has too many properties", feed.Position);

        var properties = new byte[length];
        feed.Read(properties);
        return properties;
    }

    // Seven bits a byte, the lowest first.
    private long Number()
    {
        long value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = feed.Next();
            value |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw new DamagedFileException("an xz number is too long", feed.Position);
    }
}
