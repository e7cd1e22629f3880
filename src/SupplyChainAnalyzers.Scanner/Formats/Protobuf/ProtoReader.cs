using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Protobuf;

/// <summary>
/// Walks the fields of one protobuf message in a source, without copying any. Spec: protobuf.dev, Encoding; where that leaves
/// room it accepts what protobuf's own C++ and Python parsers accept and refuses what they refuse: tags and lengths of at most
/// five bytes (over-long forms within that count), numbers of at most ten, no field 0, no end mark without its group, no length
/// beyond the message around it. The caller merges: a repeated occurrence of a single message adds to the first, of a single
/// number replaces it; a known field with another wire type than its own is an unknown field.
/// </summary>
internal sealed class ProtoReader
{
    /// <summary>Messages within messages; protobuf's own default limit (CodedInputStream), beyond which loaders refuse.</summary>
    public const int MaxDepth = 100;

    private const int MaxTagBytes = 5;
    private const int MaxVarintBytes = 10;

    private readonly ByteWindow _window;
    private readonly long _from;
    private readonly long _end;
    private readonly int _depth;
    private long _position;

    private ProtoReader(ByteWindow window, long from, long end, int depth)
    {
        (_window, _from, _end, _depth) = (window, from, end, depth);
        _position = from;
    }

    /// <summary>Number of the current field, 1 to 2^29 - 1.</summary>
    public int Field { get; private set; }

    public ProtoWire Wire { get; private set; }

    /// <summary>The first byte after the current field.</summary>
    public long End => _position;

    /// <summary>Of a varint or of fixed bytes.</summary>
    public ulong Value { get; private set; }

    /// <summary>Where the current field's tag stands in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>Where the content of a counted field begins.</summary>
    public long Start { get; private set; }

    /// <summary>Bytes of that content.</summary>
    public long Length { get; private set; }

    /// <summary>The whole file.</summary>
    public ByteSource Source => _window.Source;

    /// <summary>The whole source as one message.</summary>
    public static ProtoReader Of(ByteSource source) => new(new ByteWindow(source), 0, source.Length, 0);

    /// <summary>A part of a source that is known to be a message, <paramref name="depth"/> messages within others.</summary>
    public static ProtoReader Of(ByteWindow window, long start, long length, int depth) => new(window, start, start + length, depth);

    /// <summary>The same message from its first field on.</summary>
    public ProtoReader Again() => new(_window, _from, _end, _depth);

    /// <summary>The content of the current field as a message.</summary>
    /// <exception cref="DamagedFileException">Nested deeper than any loader reads.</exception>
    public ProtoReader Message() => _depth + 1 < MaxDepth
        ? new ProtoReader(_window, Start, Start + Length, _depth + 1)
        : throw new DamagedFileException($"messages are nested more than {MaxDepth} deep", Offset);

    /// <summary>Whether the current field is this one; with another wire type it is not.</summary>
    public bool Is(int field, ProtoWire wire) => Field == field && Wire == wire;

    /// <summary>The next field; false at the end of the message.</summary>
    /// <exception cref="DamagedFileException">No parser reads on from here.</exception>
    public bool Next()
    {
        if (_position == _end)
            return false;

        ReadTag();
        switch (Wire)
        {
            case ProtoWire.Varint:
                Value = Varint(MaxVarintBytes);
                return true;
            case ProtoWire.Fixed64:
                Value = Fixed(8);
                return true;
            case ProtoWire.Fixed32:
                Value = Fixed(4);
                return true;
            case ProtoWire.Counted:
                Take(Varint(MaxTagBytes));
                return true;
            case ProtoWire.Group:
                SkipGroup();
                return true;
            default:
                throw new DamagedFileException($"field {Field} has an end without a beginning", Offset);
        }
    }

    /// <summary>The content as UTF-8, of at most <paramref name="max"/> bytes; what is no UTF-8 becomes replacement characters.</summary>
    public string Text(int max) => Encoding.UTF8.GetString(Bytes(max));

    /// <summary>The content, at most <paramref name="max"/> bytes of it.</summary>
    public byte[] Bytes(int max)
    {
        var bytes = new byte[Math.Min(max, Length)];
        _window.Source.ReadExactly(Start, bytes, "a text");
        return bytes;
    }

    /// <summary>Numbers in the current field, one or packed: how many, and each to <paramref name="each"/>.</summary>
    public long Varints(Action<long>? each = null)
    {
        if (Wire != ProtoWire.Counted)
        {
            each?.Invoke((long)Value);
            return 1;
        }

        return Packed(_window, Start, Length, each);
    }

    /// <summary>Numbers that stand one behind the other: how many, and each to <paramref name="each"/>.</summary>
    public static long Packed(ByteWindow window, long start, long length, Action<long>? each)
    {
        var packed = new ProtoReader(window, start, start + length, 0);
        var count = 0L;
        for (; packed._position < packed._end; count++)
        {
            var value = packed.Varint(MaxVarintBytes);
            each?.Invoke((long)value);
        }

        return count;
    }

    private void ReadTag()
    {
        Offset = _position;
        var tag = Varint(MaxTagBytes);
        if (tag > uint.MaxValue || tag >> 3 == 0 || (tag & 7) > 5)
            throw new DamagedFileException($"a field has number {tag >> 3} and wire type {tag & 7}, which no message has", Offset);

        (Field, Wire) = ((int)(tag >> 3), (ProtoWire)(tag & 7));
        (Value, Start, Length) = (0, _position, 0);
    }

    private void Take(ulong length)
    {
        if (length > (ulong)(_end - _position))
            throw new DamagedFileException($"field {Field} is longer than what holds it", Offset);

        (Start, Length) = (_position, (long)length);
        _position += Length;
    }

    private void SkipGroup()
    {
        var (field, offset, start) = (Field, Offset, _position);
        var open = new Stack<int>([field]);
        while (open.Count > 0)
        {
            if (_position == _end || open.Count + _depth > MaxDepth)
                throw new DamagedFileException($"group {field} does not end", offset);

            ReadTag();
            switch (Wire)
            {
                case ProtoWire.Varint:
                    Varint(MaxVarintBytes);
                    break;
                case ProtoWire.Counted:
                    Take(Varint(MaxTagBytes));
                    break;
                case ProtoWire.Group:
                    open.Push(Field);
                    break;
                case ProtoWire.GroupEnd when open.Pop() == Field:
                    break;
                case ProtoWire.GroupEnd:
                    throw new DamagedFileException($"group {field} ends as another", Offset);
                default:
                    Take(Wire == ProtoWire.Fixed64 ? 8UL : 4);
                    break;
            }
        }

        (Field, Wire, Value, Offset) = (field, ProtoWire.Group, 0, offset);
        (Start, Length) = (start, _position - start);
    }

    private ulong Fixed(int size)
    {
        Take((ulong)size);
        ulong value = 0;
        for (var i = 0; i < size; i++)
            value |= (ulong)_window.At(Start + i) << (8 * i);
        return value;
    }

    private ulong Varint(int maxBytes)
    {
        ulong value = 0;
        for (var i = 0; i < maxBytes; i++)
        {
            if (_position >= _end)
                throw new DamagedFileException("a number does not end with its message", _position);

            var part = _window.At(_position++);
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
                return value;
        }

        throw new DamagedFileException($"a number is longer than {maxBytes} bytes", _position);
    }
}
