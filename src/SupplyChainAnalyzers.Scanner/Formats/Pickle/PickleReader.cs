using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Reads a pickle once from front to back. Long constants are stepped over without being read.</summary>
internal sealed class PickleReader(ByteSource source, long start)
{
    /// <summary>Bytes of a line that are handed out; what follows up to its end is stepped over.</summary>
    public const int MaxLine = 16 << 10;

    private const int FirstRead = 4 << 10;
    private const int LongRead = 64 << 10;

    private byte[] _buffer = new byte[(int)Math.Clamp(source.Length - start, 1, FirstRead)];
    private long _base = start;
    private int _at;
    private int _end;
    private int _next = FirstRead;

    /// <summary>Where the next byte comes from.</summary>
    public long Offset => _base + _at;

    /// <summary>Behind what is in the buffer.</summary>
    public long BufferEnd => _base + _end;

    public long Left => source.Length - Offset;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadByte() => _at < _end || Fill(1) ? _buffer[_at++] : -1;

    /// <summary>A few bytes; empty where the file ends before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(int count, out ReadOnlySpan<byte> bytes)
    {
        if (_end - _at < count && !Fill(count))
        {
            bytes = default;
            return false;
        }

        bytes = _buffer.AsSpan(_at, count);
        _at += count;
        return true;
    }

    /// <summary>Steps over what is in the buffer of instructions of one kind and one length; how many.</summary>
    public int SkipRun(byte code, int length)
    {
        var count = 0;
        for (var bytes = _buffer.AsSpan(_at, _end - _at); bytes.Length >= length && bytes[0] == code; bytes = bytes[length..])
            count++;

        _at += count * length;
        return count;
    }

    /// <summary>A little-endian number of 1, 2, 4 or 8 bytes.</summary>
    public bool TryNumber(int width, out ulong value)
    {
        value = 0;
        if (!TryTake(width, out var bytes))
            return false;

        value = width switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        };
        return true;
    }

    public bool TrySkip(ulong count)
    {
        if (count > (ulong)Math.Max(Left, 0))
            return false;

        if (count <= (ulong)(_end - _at))
        {
            _at += (int)count;
            return true;
        }

        _base = Offset + (long)count;
        (_at, _end, _next) = (0, 0, FirstRead);
        return true;
    }

    /// <summary>Goes on elsewhere: raw data lay in between.</summary>
    public void Seek(long offset) => (_base, _at, _end, _next) = (offset, 0, 0, FirstRead);

    /// <summary>Text up to a line feed, without it.</summary>
    /// <param name="line">Its first bytes.</param>
    /// <param name="whole">Whether those are all.</param>
    public bool TryLine(out ReadOnlySpan<byte> line, out bool whole)
    {
        for (var seen = 0; ;)
        {
            var found = _buffer.AsSpan(_at + seen, _end - _at - seen).IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = _buffer.AsSpan(_at, seen + found);
                _at += seen + found + 1;
                whole = true;
                return true;
            }

            seen = _end - _at;
            if (seen >= MaxLine)
                return TryLongLine(out line, out whole);

            if (!Fill(seen + 1))
            {
                line = default;
                whole = false;
                return false;
            }
        }
    }

    private bool TryLongLine(out ReadOnlySpan<byte> line, out bool whole)
    {
        var first = _buffer[_at..(_at + MaxLine)];
        line = first;
        whole = false;
        while (true)
        {
            var found = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
            if (found >= 0)
            {
                _at += found + 1;
                return true;
            }

            _at = _end;
            if (!Fill(1))
                return false;
        }
    }

    // Moves what is left to the front and reads more behind it.
    private bool Fill(int count)
    {
        var left = _end - _at;
        if (count > Left)
            return false;

        var wanted = (int)Math.Min(Math.Max(_next, count), Left);
        if (wanted > _buffer.Length)
        {
            var larger = new byte[wanted];
            _buffer.AsSpan(_at, left).CopyTo(larger);
            _buffer = larger;
        }
        else
        {
            _buffer.AsSpan(_at, left).CopyTo(_buffer);
        }

        _base += _at;
        (_at, _end) = (0, left);
        _next = Math.Min(_next * 4, LongRead);
        _end += source.Read(_base + left, _buffer.AsSpan(left, wanted - left));
        return _end >= count;
    }
}
