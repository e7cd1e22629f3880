using System.Numerics;
using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// What a Lempel-Ziv decoder put out last: to be repeated by it, and to be fetched by its reader. Grows with the output up
/// to the window's size, whatever the stream claims.
/// </summary>
internal sealed class LzWindow
{
    /// <summary>Bytes a decoder puts out before they are fetched.</summary>
    public const int Chunk = 32 << 10;

    private const int FirstCapacity = 64 << 10;

    private readonly long _size;
    private readonly int _limit;
    private byte[] _bytes;
    private long _written;
    private long _fetched;
    private long _forgotten;

    /// <param name="size">Bytes that can be repeated.</param>
    public LzWindow(long size)
    {
        _size = size;
        _limit = (int)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(size, FirstCapacity));
        _bytes = new byte[FirstCapacity];
    }

    /// <summary>Bytes put out since the start.</summary>
    public long Written => _written;

    /// <summary>Bytes put out and not fetched.</summary>
    public int Pending => (int)(_written - _fetched);

    /// <summary>Whether the reader should fetch first.</summary>
    public bool IsFull => Pending >= Chunk;

    /// <summary>Bytes that can be put out before the reader should fetch.</summary>
    public int Room => Math.Max(0, Chunk - Pending);

    /// <summary>The byte put out before; 0 at the start.</summary>
    public byte Last => _written == 0 ? (byte)0 : _bytes[(_written - 1) & (_bytes.Length - 1)];

    /// <summary>Nothing before can be repeated any more.</summary>
    public void Forget() => _forgotten = _written;

    /// <summary>The byte at a distance, 1 being the last.</summary>
    public byte Back(long distance)
    {
        Check(distance);
        return _bytes[(_written - distance) & (_bytes.Length - 1)];
    }

    public void Put(byte value)
    {
        if (_written == _bytes.Length)
            Grow(1);

        _bytes[_written & (_bytes.Length - 1)] = value;
        _written++;
    }

    public void Put(ReadOnlySpan<byte> values)
    {
        Grow(values.Length);
        while (values.Length > 0)
        {
            var at = (int)(_written & (_bytes.Length - 1));
            var count = Math.Min(values.Length, _bytes.Length - at);
            values[..count].CopyTo(_bytes.AsSpan(at));
            values = values[count..];
            _written += count;
        }
    }

    /// <summary>Repeats bytes, which may overlap with what is being written. No longer than <see cref="Chunk"/>.</summary>
    /// <exception cref="DamagedFileException">There was nothing so far back.</exception>
    public void Repeat(long distance, int length)
    {
        Check(distance);
        Grow(length);
        var mask = _bytes.Length - 1;
        var from = (int)((_written - distance) & mask);
        var to = (int)(_written & mask);
        if (distance >= length && from + length <= _bytes.Length && to + length <= _bytes.Length)
        {
            _bytes.AsSpan(from, length).CopyTo(_bytes.AsSpan(to));
        }
        else if (distance == 1 && to + length <= _bytes.Length)
        {
            _bytes.AsSpan(to, length).Fill(_bytes[from]);
        }
        else
        {
            for (var i = 0; i < length; i++)
                _bytes[(to + i) & mask] = _bytes[(from + i) & mask];
        }

        _written += length;
    }

    /// <summary>Hands out what was put in.</summary>
    public int Fetch(Span<byte> into)
    {
        var total = Math.Min(into.Length, Pending);
        for (var done = 0; done < total;)
        {
            var at = (int)(_fetched & (_bytes.Length - 1));
            var count = Math.Min(total - done, _bytes.Length - at);
            _bytes.AsSpan(at, count).CopyTo(into[done..]);
            _fetched += count;
            done += count;
        }

        return total;
    }

    private void Check(long distance)
    {
        if (distance <= 0 || distance > _size || distance > _written - _forgotten)
            throw new DamagedFileException("the compressed data repeats what it did not hold", 0);
    }

    // Only before the first byte would wrap around; afterwards its length is final.
    private void Grow(int count)
    {
        var length = _bytes.Length;
        while (length < _limit && _written + count > length)
            length *= 2;

        if (length > _bytes.Length)
            Array.Resize(ref _bytes, length);
    }
}
