using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>
/// Reads one pickle into values (opcodes of Lib/pickletools.py). Calls are not made: <see cref="Rebuilds"/> knows the few that make tensors
/// and arrays, everything else becomes a <see cref="PyObject"/>. Whatever is unusual refuses the file: this is no scanner.
/// </summary>
/// <param name="file">The bytes.</param>
/// <param name="start">Where the pickle begins.</param>
/// <param name="persistent">What a persistent id stands for.</param>
/// <param name="depth">Pickles around this one.</param>
internal sealed class PickleLoader(ByteSource file, long start, Func<object?, object?> persistent, int depth = 0)
{
    private const int MaxValues = 4_000_000;
    private const int MaxText = 64 << 20;
    private const int MaxLine = 1 << 20;
    private const int MaxDepth = 4;
    private const int MaxDigits = 4300; // sys.int_info.default_max_str_digits
    private const string What = "the pickle";

    private static readonly object Mark = new();

    private readonly List<object?> _stack = [];
    private readonly Dictionary<long, object?> _memo = [];
    private readonly Rebuilds _rebuilds = new(depth);
    private long _at = start;
    private int _values;

    /// <summary>Where the next byte stands; behind STOP once <see cref="Load"/> has returned.</summary>
    public long Position => _at;

    /// <exception cref="DamagedFileException">It is no pickle, or ends too early.</exception>
    /// <exception cref="ConversionException">It holds more than a file of tensors.</exception>
    public object? Load()
    {
        while (true)
        {
            var place = _at;
            var code = file.ReadByte(_at++, What);
            if (code == '.')
                return Pop();
            if (!Step(code))
                throw new DamagedFileException($"0x{code:x2} is no opcode that a file of tensors has", place);
        }
    }

    private bool Step(byte code)
    {
        switch ((char)code)
        {
            case '\u0080': _at++; return true; // PROTO
            case '\u0095': _at += 8; return true; // FRAME
            case '(': return Push(Mark);
            case '0': Pop(); return true;
            case '1': PopMark(); return true;
            case '2': return Push(_stack.Count > 0 ? _stack[^1] : throw Underflow());
            case 'N': return Push(null);
            case '\u0088': return Push(true);
            case '\u0089': return Push(false);
            case 'K': return Push(Number(1));
            case 'M': return Push(Number(2));
            case 'J': return Push((long)(int)Number(4));
            case '\u008a': return PushLong(Bytes((int)Number(1)));
            case '\u008b': return PushLong(Bytes((int)Math.Min(Number(4), MaxLine)));
            case 'I': return Push(Line() switch { "01" => true, "00" => false, var text => (object)Integer(text) });
            case 'L': return PushDigits(Line().TrimEnd('L'));
            case 'F': return Push(double.TryParse(Line(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Odd());
            case 'G': return Push(BinaryPrimitives.ReadDoubleBigEndian(Bytes(8)));
            case '\u008c': return Push(Text(Number(1)));
            case 'X': return Push(Text(Number(4)));
            case '\u008d': return Push(Text(Number(8)));
            case 'V': return Push(PickleText.RawUnicode(LineBytes()) ?? throw Odd());
            case 'S': return Push(Quoted(LineBytes()));
            case 'U': return Push(Encoding.Latin1.GetString(Bytes((int)Number(1))));
            case 'T': return Push(Blob(Number(4)));
            case 'C': return Push(Blob(Number(1)));
            case 'B': return Push(Blob(Number(4)));
            case '\u008e' or '\u0096': return Push(Blob(Number(8)));
            case ')': return Push(new PyList([], isTuple: true));
            case ']': return Push(new PyList([]));
            case '}': return Push(new PyDict());
            case '\u008f': return Push(new PyList([]));
            case 't': return Push(new PyList(PopMark(), isTuple: true));
            case 'l': return Push(new PyList(PopMark()));
            case '\u0091': return Push(new PyList(PopMark()));
            case 'd': return Push(Filled(new PyDict(), PopMark()));
            case '\u0085': return Push(new PyList(PopMany(1), isTuple: true));
            case '\u0086': return Push(new PyList(PopMany(2), isTuple: true));
            case '\u0087': return Push(new PyList(PopMany(3), isTuple: true));
            case 'a': Extend(PopMany(1)); return true;
            case 'e' or '\u0090': Extend(PopMark()); return true;
            case 's': var pair = PopMany(2); Filled(Top(), pair); return true;
            case 'u': var items = PopMark(); Filled(Top(), items); return true;
            case 'q': return Put(Number(1));
            case 'r': return Put(Number(4));
            case 'p': return Put(Integer(Line()));
            case '\u0094': return Put(_memo.Count);
            case 'h': return Get(Number(1));
            case 'j': return Get(Number(4));
            case 'g': return Get(Integer(Line()));
            case 'c': return Push(new PyGlobal(Line(), Line()));
            case '\u0093': var names = PopMany(2); return Push(new PyGlobal(names[0] as string ?? throw Odd(), names[1] as string ?? throw Odd()));
            case 'P': return Push(persistent(Line()));
            case 'Q': return Push(persistent(Pop()));
            case 'R' or '\u0081': var call = PopMany(2); return Push(_rebuilds.Call(call[0], call[1]));
            case '\u0092': var made = PopMany(3); return Push(new PyObject(made[0]?.ToString() ?? ""));
            case 'b': var state = Pop(); Build(state); return true;
            default: return false;
        }
    }

    private void Build(object? state)
    {
        var built = Top();
        Rebuilds.Build(built, state);
        if (built is not PyWrapper { Array: { } array } wrapper)
            return;

        object? value = array;
        if (JoblibArrays.IsOfObjects(state))
            value = Nested();
        else
            _at = JoblibArrays.Attach(file, _at, array, state);

        _stack[^1] = value;
        foreach (var slot in _memo.Where(slot => ReferenceEquals(slot.Value, wrapper)).Select(static slot => slot.Key).ToList())
            _memo[slot] = value;
    }

    // joblib pickles an array of objects where its numbers would be.
    private object? Nested()
    {
        if (depth == MaxDepth)
            throw new ConversionException("holds pickles in pickles");

        var inner = new PickleLoader(file, _at, persistent, depth + 1);
        var value = inner.Load();
        _at = inner.Position;
        return value;
    }

    private void Extend(List<object?> items)
    {
        if (Top() is PyList list)
            list.Items.AddRange(items);
        else if (Top() is not PyObject)
            throw Odd();
    }

    private object Filled(object? target, List<object?> items)
    {
        for (var i = 0; i + 1 < items.Count; i += 2)
        {
            if (target is PyDict dictionary)
                dictionary.Items.Add((items[i], items[i + 1]));
            else if (target is not PyObject)
                throw Odd();
        }

        return target ?? throw Odd();
    }

    private bool Push(object? value)
    {
        if (++_values > MaxValues)
            throw new ConversionException($"holds more than {MaxValues} Python values, which no file of tensors does");

        _stack.Add(value);
        return true;
    }

    private object? Top() => _stack.Count > 0 && !ReferenceEquals(_stack[^1], Mark) ? _stack[^1] : throw Underflow();

    private object? Pop()
    {
        var top = Top();
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private List<object?> PopMany(int count)
    {
        if (_stack.Count < count)
            throw Underflow();

        var items = _stack.GetRange(_stack.Count - count, count);
        _stack.RemoveRange(_stack.Count - count, count);
        return items.Contains(Mark) ? throw Underflow() : items;
    }

    private List<object?> PopMark()
    {
        var mark = _stack.FindLastIndex(static value => ReferenceEquals(value, Mark));
        if (mark < 0)
            throw Underflow();

        var items = _stack.GetRange(mark + 1, _stack.Count - mark - 1);
        _stack.RemoveRange(mark, _stack.Count - mark);
        return items;
    }

    private bool Put(long index)
    {
        _memo[index] = Top();
        return true;
    }

    private bool Get(long index) => Push(_memo.TryGetValue(index, out var value) ? value : throw Odd());

    private long Number(int width)
    {
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        file.ReadExactly(_at, bytes[..width], What);
        _at += width;
        var value = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        return value >= 0 ? value : throw Odd();
    }

    private byte[] Bytes(int count)
    {
        var bytes = file.ReadBytes(_at, Math.Min(count, (int)Math.Clamp(file.Length - _at + 1, 0, int.MaxValue)), What);
        _at += bytes.Length;
        return bytes;
    }

    private PyBytes Blob(long count)
    {
        var slice = new SliceSource(file, _at, count, What);
        _at += count;
        return new PyBytes(slice);
    }

    private string Text(long count) => count <= MaxText ? Encoding.UTF8.GetString(Bytes((int)count)) : throw new ConversionException("holds a text that is longer than any name");

    private byte[] LineBytes()
    {
        var line = new List<byte>();
        for (var next = file.ReadByte(_at++, What); next != '\n'; next = file.ReadByte(_at++, What))
        {
            if (line.Count == MaxLine)
                throw Odd();
            line.Add(next);
        }

        return [.. line];
    }

    private string Line() => Encoding.UTF8.GetString(LineBytes());

    private string Quoted(byte[] line) => PickleText.TryUnquote(line, out var inside) && PickleText.Unescape(inside) is { } bytes ? Encoding.Latin1.GetString(bytes) : throw Odd();

    private long Integer(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Odd();

    private bool PushDigits(string text)
    {
        if (text.Length > MaxDigits || !BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw Odd();

        return PushLong(number.ToByteArray());
    }

    private bool PushLong(byte[] bytes)
    {
        var number = new BigInteger(bytes);
        return number >= long.MinValue && number <= long.MaxValue ? Push((long)number) : Push(number);
    }

    private DamagedFileException Odd() => new("the pickle has something in it that no file of tensors has", _at);

    private DamagedFileException Underflow() => new("the pickle takes more from its stack than lies there", _at);
}
