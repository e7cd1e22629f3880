using System.Buffers.Binary;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>Bytes of a part of a source, one after the other.</summary>
internal sealed class ByteFeed(ByteSource source, long start, long end)
{
    private const int BufferSize = 32 << 10;

    private readonly byte[] _buffer = new byte[(int)Math.Clamp(end - start, 1, BufferSize)];
    private long _loaded = start;
    private int _next;
    private int _filled;

    /// <summary>Offset of the next byte in the source.</summary>
    public long Position => _loaded - (_filled - _next);

    /// <summary>Offset behind the last byte.</summary>
    public long End { get; } = end;

    /// <summary>The next byte, or -1 at the end.</summary>
    public int TryNext() => _next < _filled || Fill() ? _buffer[_next++] : -1;

    /// <exception cref="DamagedFileException">There is none.</exception>
    public byte Next() => _next < _filled || Fill() ? _buffer[_next++] : throw Ended();

    /// <summary>The next eight bytes as a little-endian number, if so many are at hand; <see cref="Use"/> goes behind those that were used.</summary>
    public bool TryPeek(out ulong bytes)
    {
        var isThere = _filled - _next >= sizeof(ulong);
        bytes = isThere ? BinaryPrimitives.ReadUInt64LittleEndian(_buffer.AsSpan(_next)) : 0;
        return isThere;
    }

    /// <summary>Goes behind bytes that were peeked at.</summary>
    public void Use(int count) => _next += count;

    /// <summary>A little-endian number of up to eight bytes.</summary>
    public ulong Number(int bytes)
    {
        ulong value = 0;
        for (var i = 0; i < bytes; i++)
            value |= (ulong)Next() << (8 * i);

        return value;
    }

    /// <summary>Copies exactly as many bytes as asked for.</summary>
    public void Read(Span<byte> into)
    {
        while (into.Length > 0)
        {
            if (_next == _filled && !Fill())
                throw Ended();

            var count = Math.Min(into.Length, _filled - _next);
            _buffer.AsSpan(_next, count).CopyTo(into);
            _next += count;
            into = into[count..];
        }
    }

    /// <summary>Goes on from another place.</summary>
    public void Seek(long position)
    {
        _loaded = Math.Min(position, End);
        _next = _filled = 0;
    }

    /// <summary>Leaves bytes out.</summary>
    public void Skip(long count)
    {
        if (count > End - Position)
            throw Ended();

        Seek(Position + count);
    }

    private bool Fill()
    {
        _filled = (int)Math.Min(_buffer.Length, End - _loaded);
        _filled = _filled <= 0 ? 0 : source.Read(_loaded, _buffer.AsSpan(0, _filled));
        _loaded += _filled;
        _next = 0;
        return _filled > 0;
    }

    private DamagedFileException Ended() => new("the compressed data ends too early", End);
}
