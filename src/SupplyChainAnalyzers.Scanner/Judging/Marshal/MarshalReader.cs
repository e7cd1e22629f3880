using System.Buffers.Binary;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Judging.Marshal;

/// <summary>
/// Reads Python's marshal data, versions 0 to 5 (CPython, Python/marshal.c), as far as it takes to know the names and constants of
/// its code objects. Nothing is run. Values are not kept but for strings and tuples, which code objects refer to.
/// </summary>
internal ref struct MarshalReader(ReadOnlySpan<byte> data, CodeLayout layout, MarshalCode code)
{
    /// <summary>CPython's limit is 2000; functions in functions go 20 deep.</summary>
    private const int MaxDepth = 200;

    private const int MaxObjects = 1_000_000;
    private const int MaxKept = 100_000;
    private const int MaxConstantDepth = 8;
    private const byte Reference = 0x80;

    private readonly ReadOnlySpan<byte> _data = data;
    private readonly List<object?> _references = [];
    private readonly List<string> _interned = [];
    private int _at;
    private int _objects;
    private int _kept;

    /// <summary>Whether everything up to <see cref="Position"/> is marshal data of this layout.</summary>
    public bool TryRead()
    {
        try
        {
            Read(0);
            return true;
        }
        catch (MarshalFormatException)
        {
            return false;
        }
    }

    public readonly int Position => _at;

    // A string, an array of bytes, a list of objects, or null for what does not matter.
    private object? Read(int depth)
    {
        if (depth > MaxDepth || ++_objects > MaxObjects)
            throw new MarshalFormatException();

        var kind = Take(1)[0];
        var isReferenced = (kind & Reference) != 0;
        var type = (char)(kind & ~Reference);
        var place = -1;
        if (isReferenced)
        {
            place = _references.Count; // reserved before its parts are read
            _references.Add(null);
        }

        var value = Value(type, depth);
        if (place >= 0)
            _references[place] = value;

        return value;
    }

    private object? Value(char type, int depth)
    {
        switch (type)
        {
            case '0' or 'N' or 'F' or 'T' or 'S' or '.':
                return null;
            case 'i':
                Take(4);
                return null;
            case 'I' or 'g':
                Take(8);
                return null;
            case 'y':
                Take(16);
                return null;
            case 'f':
                Take(Take(1)[0]);
                return null;
            case 'x':
                Take(Take(1)[0]);
                Take(Take(1)[0]);
                return null;
            case 'l':
                Take(checked(2 * (int)Math.Min(Math.Abs((long)Number()), _data.Length)));
                return null;
            case 's':
                return Take(Length()).ToArray();
            case 't':
                var interned = Encoding.UTF8.GetString(Take(Length()));
                _interned.Add(interned);
                return interned;
            case 'u':
                return Encoding.UTF8.GetString(Take(Length()));
            case 'a' or 'A':
                return Encoding.Latin1.GetString(Take(Length()));
            case 'z' or 'Z':
                return Encoding.Latin1.GetString(Take(Take(1)[0]));
            case 'R':
                return Number() is >= 0 and var at && at < _interned.Count ? _interned[at] : throw new MarshalFormatException();
            case 'r':
                return Number() is >= 0 and var index && index < _references.Count ? _references[index] : throw new MarshalFormatException();
            case '(' or '[' or '<' or '>':
                return Items(Length(), depth);
            case ')':
                return Items(Take(1)[0], depth);
            case '{':
                while (Peek() != '0')
                    Read(depth + 1);
                Take(1);
                return null;
            case ':':
                return Items(3, depth);
            case 'c':
                ReadCode(depth);
                return null;
            default:
                throw new MarshalFormatException();
        }
    }

    private List<object?> Items(int count, int depth)
    {
        var items = new List<object?>(Math.Min(count, 256));
        for (var i = 0; i < count; i++)
            items.Add(Read(depth + 1));

        return items;
    }

    private void ReadCode(int depth)
    {
        Take(4 * layout.Numbers);
        if (Read(depth + 1) is not byte[])
            throw new MarshalFormatException(); // the instructions: another layout

        var constants = Read(depth + 1) as List<object?> ?? throw new MarshalFormatException();
        foreach (var constant in constants)
            Keep(constant, 0);

        var names = Read(depth + 1) as List<object?> ?? throw new MarshalFormatException();
        code.Names.Add([.. names.Select(static name => name switch { string text => text, byte[] bytes => Encoding.UTF8.GetString(bytes), _ => "" })]);
        for (var i = 1; i < layout.Before; i++)
            Read(depth + 1);

        Take(4);
        for (var i = 0; i < layout.After; i++)
            Read(depth + 1);
    }

    // Lists may hold one another many times over by reference.
    private void Keep(object? constant, int depth)
    {
        if (++_kept > MaxKept)
            return;

        switch (constant)
        {
            case string text:
                code.Texts.Add(text);
                break;
            case byte[] bytes:
                code.Bytes.Add(bytes);
                break;
            case List<object?> items when depth < MaxConstantDepth:
                foreach (var item in items)
                    Keep(item, depth + 1);
                break;
        }
    }

    private int Number() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private int Length() => Number() is >= 0 and var length && length <= _data.Length - _at ? length : throw new MarshalFormatException();

    private readonly char Peek() => _at < _data.Length ? (char)(_data[_at] & ~Reference) : throw new MarshalFormatException();

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _data.Length - _at)
            throw new MarshalFormatException();

        _at += count;
        return _data.Slice(_at - count, count);
    }
}
