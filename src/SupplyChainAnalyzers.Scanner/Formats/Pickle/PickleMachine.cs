using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// Goes through a pickle as CPython's C unpickler does (Modules/_pickle.c, versions 3.8 to 3.14) with abstract values: it
/// knows what would be imported, called and built, and does none of it. Where CPython raises an exception it notes that and
/// goes on, since other unpicklers may; it stops only where nothing can be read any more.
/// </summary>
internal sealed partial class PickleMachine(ByteSource source, PickleNames names, IPickleObserver observer)
{
    private const int HighestProtocol = 5;

    private readonly PickleStack _stack = new();
    private readonly PickleMemo _memo = new();
    private readonly PickleReader _reader = new(source, 0);
    private long _at;
    private long _frameEnd;
    private bool _ended;

    /// <summary>What lies in values.</summary>
    public PickleHeap Heap { get; } = new(source);

    /// <summary>The first exception of a loader without options.</summary>
    public PickleRefusal? Refused { get; private set; }

    /// <summary>The first exception that no option prevents.</summary>
    public PickleRefusal? Broken { get; private set; }

    /// <summary>Where frames overlap or an opcode crosses the end of one: the C and the Python unpickler read different bytes.</summary>
    public long? FrameConflict { get; private set; }

    /// <summary>Whether the STOP opcode was reached.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Whether it cannot be read on: no opcode, or the file ends.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Why it cannot be read on.</summary>
    public string LastReason { get; private set; } = "";

    /// <summary>Behind STOP, or where reading ended.</summary>
    public long End => _reader.Offset;

    /// <summary>Opcodes gone through.</summary>
    public long Opcodes { get; private set; }

    /// <summary>Calls of all kinds.</summary>
    public long Calls { get; private set; }

    /// <summary>What loading gives; nothing is known of it where the stream broke.</summary>
    public PickleValue Outcome { get; private set; } = PickleValue.Anything;

    /// <summary>Told of each BUILD: the offset at which the stream goes on, where raw data lie in between (joblib).</summary>
    public Func<PickleValue, PickleValue, long, long>? AfterBuild { get; init; }

    /// <summary>Goes through one pickle, at most so many opcodes.</summary>
    public void Run(long offset, long mostOpcodes = long.MaxValue)
    {
        _stack.Clear();
        _memo.Clear();
        Heap.Clear();
        _reader.Seek(offset);
        (Refused, Broken, FrameConflict, Stopped, IsBroken, _ended, _frameEnd, Opcodes) = (null, null, null, false, false, false, long.MaxValue, 0);
        while (!_ended && Opcodes < mostOpcodes)
        {
            _at = _reader.Offset;
            var code = _reader.ReadByte();
            if (code < 0)
            {
                Break("it ends before its STOP opcode");
                return;
            }

            Step((byte)code);
            Opcodes++;
            if (_reader.Offset > _frameEnd)
                LeaveFrame();
        }
    }

    private void Step(byte code)
    {
        switch (code)
        {
            case PickleOpcodes.BinFloat: Floats(); break;
            case PickleOpcodes.BinInt: Integer(4); break;
            case PickleOpcodes.BinInt1: Integer(1); break;
            case PickleOpcodes.BinInt2: Integer(2); break;
            case PickleOpcodes.None: _stack.Push(new PickleValue(PickleKind.None)); break;
            case PickleOpcodes.NewTrue: _stack.Push(new PickleValue(PickleKind.True)); break;
            case PickleOpcodes.NewFalse: _stack.Push(new PickleValue(PickleKind.False)); break;
            case PickleOpcodes.Mark: _stack.Mark(); break;
            case PickleOpcodes.BinPut: Put(1); break;
            case PickleOpcodes.LongBinPut: Put(4); break;
            case PickleOpcodes.Memoize: Memoize(); break;
            case PickleOpcodes.BinGet: Get(1); break;
            case PickleOpcodes.LongBinGet: Get(4); break;
            case PickleOpcodes.ShortBinUnicode: Text(1); break;
            case PickleOpcodes.BinUnicode: Text(4); break;
            case PickleOpcodes.BinUnicode8: Text(8); break;
            case PickleOpcodes.EmptyTuple: _stack.Push(new PickleValue(PickleKind.Tuple)); break;
            case PickleOpcodes.Tuple1: Tuple(1); break;
            case PickleOpcodes.Tuple2: Tuple(2); break;
            case PickleOpcodes.Tuple3: Tuple(3); break;
            case PickleOpcodes.Tuple: TupleFromMark(); break;
            case PickleOpcodes.EmptyList: _stack.Push(Heap.Container(PickleKind.List)); break;
            case PickleOpcodes.EmptyDict: _stack.Push(Heap.Container(PickleKind.Dict)); break;
            case PickleOpcodes.EmptySet: _stack.Push(Heap.Container(PickleKind.Set)); break;
            case PickleOpcodes.Append: FillOne(code, 1); break;
            case PickleOpcodes.SetItem: FillOne(code, 2); break;
            case PickleOpcodes.Appends or PickleOpcodes.SetItems or PickleOpcodes.AddItems: FillFromMark(code); break;
            case PickleOpcodes.List: FromMark(PickleKind.List); break;
            case PickleOpcodes.Dict: FromMark(PickleKind.Dict); break;
            case PickleOpcodes.FrozenSet: FromMark(PickleKind.FrozenSet); break;
            case PickleOpcodes.Reduce: Reduce(); break;
            case PickleOpcodes.NewObj: Construct(false); break;
            case PickleOpcodes.NewObjEx: Construct(true); break;
            case PickleOpcodes.Build: Build(); break;
            case PickleOpcodes.StackGlobal: StackGlobal(); break;
            case PickleOpcodes.Stop: Stop(); break;
            default: StepRarely(code); break;
        }
    }

    private void StepRarely(byte code)
    {
        switch (code)
        {
            case PickleOpcodes.Global: Global(); break;
            case PickleOpcodes.Inst: Inst(); break;
            case PickleOpcodes.Obj: Obj(); break;
            case PickleOpcodes.ShortBinBytes: Bytes(1, PickleKind.Bytes); break;
            case PickleOpcodes.BinBytes: Bytes(4, PickleKind.Bytes); break;
            case PickleOpcodes.BinBytes8: Bytes(8, PickleKind.Bytes); break;
            case PickleOpcodes.ByteArray8: Bytes(8, PickleKind.ByteArray); break;
            case PickleOpcodes.ShortBinString: ByteString(1); break;
            case PickleOpcodes.BinString: ByteString(4); break;
            case PickleOpcodes.Int or PickleOpcodes.Long or PickleOpcodes.Float: TextNumber(code); break;
            case PickleOpcodes.String: QuotedString(); break;
            case PickleOpcodes.Unicode: UnicodeLine(); break;
            case PickleOpcodes.Long1: CountedLong(1); break;
            case PickleOpcodes.Long4: CountedLong(4); break;
            case PickleOpcodes.Get: GetByLine(); break;
            case PickleOpcodes.Put: PutByLine(); break;
            case PickleOpcodes.Pop: Pop(); break;
            case PickleOpcodes.PopMark: PopMark(); break;
            case PickleOpcodes.Dup: Dup(); break;
            case PickleOpcodes.PersId: PersistentLine(); break;
            case PickleOpcodes.BinPersId: Persistent(); break;
            case PickleOpcodes.Ext1: Extension(1); break;
            case PickleOpcodes.Ext2: Extension(2); break;
            case PickleOpcodes.Ext4: Extension(4); break;
            case PickleOpcodes.NextBuffer: NextBuffer(); break;
            case PickleOpcodes.ReadOnlyBuffer: ReadOnlyBuffer(); break;
            case PickleOpcodes.Proto: Protocol(); break;
            case PickleOpcodes.Frame: Frame(); break;
            default: Break(code is > 0x20 and < 0x7F ? $"'{(char)code}' is no opcode" : $"0x{code:x2} is no opcode", _at); break;
        }
    }

    private void Stop()
    {
        if (!_stack.TryPop(out var outcome))
            Refuse("it stops with nothing on the stack");

        (Outcome, Stopped, _ended) = (outcome, true, true);
    }

    private void Protocol()
    {
        if (!_reader.TryNumber(1, out var protocol))
            Break("it ends within an opcode");
        else if (protocol > HighestProtocol)
            Refuse($"protocol {protocol} does not exist");
    }

    private void Frame()
    {
        if (!_reader.TryNumber(8, out var length))
            Break("it ends within an opcode");
        else if (length > (ulong)_reader.Left)
            Break("a frame is longer than the file");
        else if (_frameEnd != long.MaxValue && _reader.Offset <= _frameEnd)
            (FrameConflict, _frameEnd) = (FrameConflict ?? _at, Math.Max(_frameEnd, _reader.Offset + (long)length));
        else
            _frameEnd = _reader.Offset + (long)length;
    }

    private void LeaveFrame()
    {
        if (_at < _frameEnd)
            FrameConflict ??= _at;

        _frameEnd = long.MaxValue;
    }

    /// <summary>CPython raises here; the rest is followed all the same.</summary>
    private void Refuse(string reason, bool isOption = false)
    {
        Refused ??= new PickleRefusal(_at, reason, isOption);
        if (!isOption)
            Broken ??= new PickleRefusal(_at, reason, false);
    }

    private void Break(string reason, long? goOnAt = null)
    {
        Refuse(reason);
        (_ended, IsBroken, LastReason) = (true, true, reason);
        if (goOnAt is { } offset)
            _reader.Seek(offset);
    }

    private PickleValue PopValue()
    {
        if (!_stack.TryPop(out var value))
            Refuse("it takes more off the stack than lies there");

        return value;
    }
}
