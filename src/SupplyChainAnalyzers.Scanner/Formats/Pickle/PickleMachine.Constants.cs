using System.Buffers.Binary;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Numbers, texts, bytes and the memo.</summary>
internal sealed partial class PickleMachine
{
    /// <summary>Longer texts are not looked through for what CPython cannot decode.</summary>
    private const int CheckedText = 4 << 10;

    /// <summary>An index so high makes CPython before 3.14 allocate twice as many entries at once.</summary>
    private const long HugeIndex = 1L << 28;

    private const string Cut = "it ends within an opcode";

    // Numbers come in thousands; within a frame their ends need no look.
    private void Floats()
    {
        if (!_reader.TryTake(sizeof(double), out _))
        {
            Break(Cut);
            return;
        }

        _stack.Push(new PickleValue(PickleKind.Float));
        if (_frameEnd == long.MaxValue || _reader.BufferEnd <= _frameEnd)
        {
            var more = _reader.SkipRun(PickleOpcodes.BinFloat, 1 + sizeof(double));
            _stack.Repeat(more);
            Opcodes += more;
        }
    }

    private void Integer(int width)
    {
        if (!_reader.TryTake(width, out var bytes))
            Break(Cut);
        else
            _stack.Push(PickleValue.Int(width switch { 1 => bytes[0], 2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes), _ => BinaryPrimitives.ReadInt32LittleEndian(bytes) }));
    }

    private void CountedLong(int width)
    {
        if (!_reader.TryNumber(width, out var length))
            Break(Cut);
        else if (width == 4 && length > int.MaxValue)
            Break("a number has a negative length");
        else if (!_reader.TrySkip(length))
            Break("a number is longer than the file");
        else
            _stack.Push(length == 0 ? PickleValue.Int(0) : new PickleValue(PickleKind.Int));
    }

    private void TextNumber(byte code)
    {
        if (!_reader.TryLine(out var line, out var whole))
        {
            Break(Cut);
            return;
        }

        var value = new PickleValue(code == PickleOpcodes.Float ? PickleKind.Float : PickleKind.Int);
        var isNumber = !whole || code switch
        {
            PickleOpcodes.Int => PickleNumbers.TryInt(line, out value),
            PickleOpcodes.Long => PickleNumbers.IsLong(line),
            _ => PickleNumbers.IsFloat(line),
        };
        if (!isNumber)
            Refuse("a number is none");

        _stack.Push(value);
    }

    private void Text(int width)
    {
        if (!_reader.TryNumber(width, out var length))
        {
            Break(Cut);
        }
        else if (length <= CheckedText && _reader.TryTake((int)length, out var bytes))
        {
            if (!Ascii.IsValid(bytes) && !PickleText.IsUtf8(bytes))
                Refuse("a text is not UTF-8");

            PushText(bytes);
        }
        else if (TryBytes(length, out var isPickle))
        {
            PushText([], isPickle);
        }
        else
        {
            Break("a text is longer than the file");
        }
    }

    // Python 2 wrote its byte strings so; what they become depends on the loader's encoding, ASCII by default.
    private void ByteString(int width)
    {
        if (!_reader.TryNumber(width, out var length))
        {
            Break(Cut);
        }
        else if (length <= CheckedText && _reader.TryTake((int)length, out var bytes))
        {
            if (!Ascii.IsValid(bytes))
                Refuse("a byte string is not ASCII", isOption: true);

            PushText(bytes);
        }
        else if (TryBytes(length, out var isPickle))
        {
            PushText([], isPickle);
        }
        else
        {
            Break("a text is longer than the file");
        }
    }

    private void QuotedString()
    {
        if (!_reader.TryLine(out var line, out var whole))
        {
            Break(Cut);
            return;
        }

        if (whole && !PickleText.TryUnquote(line, out line))
            Refuse("a string has no quotes");
        else if (whole)
            CheckEscaped(PickleText.Unescape(line));

        PushText(line);
    }

    private void CheckEscaped(byte[]? bytes)
    {
        if (bytes is null)
            Refuse("a string has a broken escape");
        else if (!Ascii.IsValid(bytes))
            Refuse("a byte string is not ASCII", isOption: true);
    }

    private void UnicodeLine()
    {
        if (!_reader.TryLine(out var line, out var whole))
        {
            Break(Cut);
            return;
        }

        if (whole && line.Contains((byte)'\\') && PickleText.RawUnicode(line) is null)
            Refuse("a text has a broken escape");

        PushText(line);
    }

    private void PushText(ReadOnlySpan<byte> text, bool isPickle = false)
    {
        var value = new PickleValue(PickleKind.Str, PickleHooks.Contains(text) ? PickleTraits.Text | PickleTraits.Hook : PickleTraits.Text, _at);
        _stack.Push(value);
        if (isPickle || (text.Length >= PickleSignature.Shortest && PickleSignature.IsEncoded(text)))
            observer.Resemblance(value);
    }

    private void Bytes(int width, PickleKind kind)
    {
        if (!_reader.TryNumber(width, out var length))
            Break(Cut);
        else if (!TryBytes(length, out var isPickle))
            Break("bytes are longer than the file");
        else
            PushBytes(new PickleValue(kind, kind == PickleKind.ByteArray ? PickleTraits.Text | PickleTraits.Unhashable : PickleTraits.Text, _at), isPickle);
    }

    private bool TryBytes(ulong length, out bool isPickle)
    {
        isPickle = false;
        if (length < PickleSignature.Shortest || !_reader.TryTake(PickleSignature.Length, out var start))
            return _reader.TrySkip(length);

        isPickle = PickleSignature.IsRaw(start) || PickleSignature.IsEncoded(start);
        return _reader.TrySkip(length - PickleSignature.Length);
    }

    private void PushBytes(PickleValue value, bool isPickle)
    {
        _stack.Push(value);
        if (isPickle)
            observer.Resemblance(value);
    }

    private void Put(int width)
    {
        if (_reader.TryNumber(width, out var index))
            Put((long)index);
        else
            Break(Cut);
    }

    private void PutByLine()
    {
        if (!_reader.TryLine(out var line, out _))
            Break(Cut);
        else if (!PickleNumbers.TryIndex(line, out var index) || index < 0)
            Refuse("a memo index is none");
        else
            Put(index);
    }

    private void Memoize() => Put(_memo.Count);

    private void Put(long index)
    {
        if (!_stack.TryPeek(out var value))
            Refuse("it remembers a value that is not there");
        else if (index >= HugeIndex)
            throw new Scanning.LimitExceededException($"it sets entry {index} of the memo, and the unpickler makes room for all of them", _at);
        else
            _memo.Put(index, value);
    }

    private void Get(int width)
    {
        if (_reader.TryNumber(width, out var index))
            Get((long)index);
        else
            Break(Cut);
    }

    private void GetByLine()
    {
        if (!_reader.TryLine(out var line, out _))
            Break(Cut);
        else
            Get(PickleNumbers.TryIndex(line, out var index) ? index : -1);
    }

    private void Get(long index)
    {
        if (!_memo.TryGet(index, out var value))
        {
            Refuse("it recalls a value that was not remembered");
            value = PickleValue.Anything;
        }

        _stack.Push(value);
    }
}
