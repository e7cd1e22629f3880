using System.Buffers.Binary;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Trees;

/// <summary>Walks UBJSON (ubjson.org, draft 12) with its typed and counted containers.</summary>
internal sealed class UniversalJson(ByteSource file, XgBoostModel model)
{
    private const int MaxDepth = 64;
    private const int MaxText = 1 << 20;
    private const int MaxValues = 100_000_000;

    private readonly byte[] _buffer = new byte[64 << 10];
    private long _position;
    private long _values;
    private int _depth;

    public void Read(ScanContext context)
    {
        Value(Mark(), "");
        if (_position < file.Length)
            context.Report(Rules.TrailingData, $"has {file.Length - _position} bytes behind its value; get the model from its publisher", _position);
    }

    // Gives a whole number; -1 for all else.
    private long Value(byte mark, string name)
    {
        if (++_values > MaxValues)
            throw new LimitExceededException($"it holds more than {MaxValues} values", _position);

        switch (mark)
        {
            case (byte)'{':
                Enter(() => Map());
                return -1;
            case (byte)'[':
                Enter(() => List(name));
                return -1;
            case (byte)'S' or (byte)'H':
                var at = _position;
                model.Text(name, Text(), at);
                return -1;
            case (byte)'Z' or (byte)'T' or (byte)'F' or (byte)'N':
                return -1;
            default:
                return Number(mark);
        }
    }

    private void Enter(Action read)
    {
        if (++_depth > MaxDepth)
            throw new LimitExceededException($"it nests values more than {MaxDepth} deep", _position);

        read();
        _depth--;
    }

    private void Map()
    {
        var (type, count) = Kind();
        for (var left = count; left != 0; left--)
        {
            if (count < 0 && file.ReadByte(_position, "an object") == '}')
            {
                _position++;
                break;
            }

            var name = Text();
            Value(type ?? Mark(), name);
        }

        model.EndObject(_position);
    }

    private void List(string name)
    {
        var (type, count) = Kind();
        if (type is { } fixedType && Size(fixedType) is > 0 and var size)
        {
            Numbers(name, fixedType, count, size);
            return;
        }

        var (found, largest) = (0L, -1L);
        for (; found != count; found++)
        {
            if (count < 0 && file.ReadByte(_position, "a list") == ']')
            {
                _position++;
                break;
            }

            largest = Math.Max(largest, Value(type ?? Mark(), name));
        }

        model.List(name, found, largest);
    }

    private void Numbers(string name, byte type, long count, int size)
    {
        if (count > (file.Length - _position) / size)
            throw new DamagedFileException($"{count} numbers do not fit into the file", _position);

        var largest = -1L;
        for (var left = count * size; left > 0;)
        {
            var length = (int)Math.Min(left, _buffer.Length);
            file.ReadExactly(_position, _buffer.AsSpan(0, length), "a list");
            for (var at = 0; type is not ((byte)'d' or (byte)'D') && at < length; at += size)
                largest = Math.Max(largest, Whole(_buffer.AsSpan(at, size), type));
            _position += length;
            left -= length;
        }

        model.List(name, count, largest);
    }

    // $ type # count, or # count, or neither: -1.
    private (byte? Type, long Count) Kind()
    {
        byte? type = null;
        if (file.ReadByte(_position, "a container") == '$')
        {
            type = file.ReadByte(_position + 1, "a container");
            _position += 2;
            if (file.ReadByte(_position, "a container") != '#')
                throw new DamagedFileException("a typed container has no count", _position);
        }

        if (file.ReadByte(_position, "a container") != '#')
            return (type, -1);

        _position++;
        var count = Number(Mark());
        return count >= 0 && (count <= file.Length - _position || count == 0) ? (type, count) : throw new DamagedFileException("a container's count does not fit into the file", _position);
    }

    private string Text()
    {
        var length = Number(Mark());
        if (length < 0 || length > file.Length - _position)
            throw new DamagedFileException("a text does not fit into the file", _position);

        var text = Encoding.UTF8.GetString(file.ReadBytes(_position, (int)Math.Min(length, MaxText), "a text"));
        _position += length;
        return text;
    }

    private long Number(byte mark)
    {
        var size = Size(mark);
        if (size == 0)
            throw new DamagedFileException("a value has a mark that UBJSON never uses", _position);

        Span<byte> bytes = stackalloc byte[8];
        file.ReadExactly(_position, bytes[..size], "a number");
        _position += size;
        return Whole(bytes[..size], mark);
    }

    private static long Whole(ReadOnlySpan<byte> bytes, byte mark) => mark switch
    {
        (byte)'U' or (byte)'C' => bytes[0],
        (byte)'i' => (sbyte)bytes[0],
        (byte)'I' => BinaryPrimitives.ReadInt16BigEndian(bytes),
        (byte)'l' => BinaryPrimitives.ReadInt32BigEndian(bytes),
        (byte)'L' => BinaryPrimitives.ReadInt64BigEndian(bytes),
        _ => -1,
    };

    private static int Size(byte mark) => mark switch
    {
        (byte)'U' or (byte)'i' or (byte)'C' => 1,
        (byte)'I' => 2,
        (byte)'l' or (byte)'d' => 4,
        (byte)'L' or (byte)'D' => 8,
        _ => 0,
    };

    private byte Mark() => file.ReadByte(_position++, "a value");
}
