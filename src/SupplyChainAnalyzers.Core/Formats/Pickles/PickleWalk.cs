namespace SupplyChainAnalyzers.Core.Formats.Pickles;

/// <summary>
/// Walks a pickle's opcodes within the head as the unpickler would, keeping only kinds of values. Nothing is resolved,
/// imported or called. At most as many steps as the head has bytes; a step looks at no more of the stack than it takes off, and at no more
/// of the head than it consumes.
/// </summary>
internal sealed class PickleWalk(Head head)
{
    private const int HighestProtocol = 5;

    private readonly PickleStack _stack = new();
    private PickleBytes _bytes = new(head);

    /// <summary>How it ended.</summary>
    public PickleEnd End { get; private set; }

    /// <summary>Opcodes that fitted.</summary>
    public int Opcodes { get; private set; }

    /// <summary>Opcodes that made something of values on the stack: containers, attributes, memo.</summary>
    public int Built { get; private set; }

    /// <summary>Whether loading calls something that the stream names.</summary>
    public bool Calls { get; private set; }

    /// <summary>Byte after the last opcode.</summary>
    public long Position => _bytes.Position;

    public void Run()
    {
        while (true)
        {
            var opcode = _bytes.Byte();
            if (opcode < 0 || !Step(opcode))
            {
                End = _bytes.CutOff ? PickleEnd.Head : PickleEnd.Broken;
                return;
            }

            Opcodes++;
            if (opcode == '.')
            {
                End = PickleEnd.Stop;
                return;
            }
        }
    }

    private bool Step(int opcode) => opcode switch
    {
        // Constants.
        'N' or 0x88 or 0x89 or ']' or '}' or 0x8F or 0x97 => _stack.Push(PickleItem.Value),
        ')' => _stack.Push(PickleItem.Tuple),
        'I' or 'L' => PickleLines.IsInteger(_bytes.Line()) && _stack.Push(PickleItem.Value),
        'F' => PickleLines.IsFloat(_bytes.Line()) && _stack.Push(PickleItem.Value),
        'K' => Skip(1, PickleItem.Value),
        'M' => Skip(2, PickleItem.Value),
        'J' => Skip(4, PickleItem.Value),
        'G' => Skip(8, PickleItem.Value),
        0x8A => Counted(1, PickleItem.Value),
        0x8B => Counted(4, PickleItem.Value),
        'S' => PickleLines.IsQuoted(_bytes.Line()) && _stack.Push(PickleItem.Text),
        'V' => _bytes.Line() is not null && _stack.Push(PickleItem.Text),
        'U' or 0x8C => Counted(1, PickleItem.Text),
        'T' or 'X' => Counted(4, PickleItem.Text),
        0x8D => Counted(8, PickleItem.Text),
        'C' => Counted(1, PickleItem.Value),
        'B' => Counted(4, PickleItem.Value),
        0x8E or 0x96 => Counted(8, PickleItem.Value),
        // A persistent id needs a loader made for it; none begins with one, but every zip begins with its letter.
        'P' => Opcodes > 0 && _bytes.Line() is not null && _stack.Push(PickleItem.Value),
        'Q' => _stack.Replace(1, PickleItem.Value),

        // Stack and memo.
        '(' => _stack.Push(PickleItem.Mark),
        '0' => _stack.Count > 0 && (_stack.Drop(1) || _stack.DropToMark(out _)),
        '1' => _stack.DropToMark(out _),
        '2' => _stack.Has(1) && _stack.Push(_stack.Peek()),
        'p' => PickleLines.IsIndex(_bytes.Line(), out var put) && Build(_stack.Put(put)),
        'q' => _bytes.Number(1) is >= 0 and var put && Build(_stack.Put(put)),
        'r' => _bytes.Number(4) is >= 0 and var put && Build(_stack.Put(put)),
        0x94 => Build(_stack.Memoize()),
        'g' => PickleLines.IsIndex(_bytes.Line(), out var get) && _stack.Get(get),
        'h' => _bytes.Number(1) is >= 0 and var get && _stack.Get(get),
        'j' => _bytes.Number(4) is >= 0 and var get && _stack.Get(get),

        // Containers.
        't' => Build(_stack.DropToMark(out _)) && _stack.Push(PickleItem.Tuple),
        'l' or 'd' or 0x91 => Build(_stack.DropToMark(out _)) && _stack.Push(PickleItem.Value),
        0x85 => Build(_stack.Replace(1, PickleItem.Tuple)),
        0x86 => Build(_stack.Replace(2, PickleItem.Tuple)),
        0x87 => Build(_stack.Replace(3, PickleItem.Tuple)),
        'a' => _stack.Has(2) && Build(_stack.Drop(1)),
        's' => _stack.Has(3) && Build(_stack.Drop(2)),
        'e' or 'u' or 0x90 => Build(_stack.DropToMark(out _) && _stack.Has(1)),
        0x98 => _stack.Has(1),

        // Names and calls.
        'c' => PickleLines.IsName(_bytes.Line()) && PickleLines.IsName(_bytes.Line()) && _stack.Push(PickleItem.Callable),
        0x93 => IsNamed(0) && IsNamed(1) && _stack.Replace(2, PickleItem.Callable),
        0x82 => Skip(1, PickleItem.Callable),
        0x83 => Skip(2, PickleItem.Callable),
        0x84 => Skip(4, PickleItem.Callable),
        'R' or 0x81 => IsArguments(0) && Call(IsCallable(1), 2),
        0x92 => Call(IsCallable(2), 3),
        'b' => _stack.Has(2) && Set(),
        'i' => PickleLines.IsName(_bytes.Line()) && PickleLines.IsName(_bytes.Line()) && _stack.DropToMark(out _) && Call(true, 0),
        'o' => Construct(),

        // Frame, protocol, end.
        0x80 => _bytes.Number(1) is >= 0 and <= HighestProtocol,
        0x95 => _bytes.Number(8) is >= 0 and var frame && frame <= head.FileSize - _bytes.Position,
        '.' => _stack.Has(1),
        _ => false,
    };

    private bool Skip(int count, PickleItem item) => _bytes.Skip(count) && _stack.Push(item);

    private bool Counted(int width, PickleItem item) => _bytes.Number(width) is >= 0 and var length && _bytes.Skip(length) && _stack.Push(item);

    private bool Build(bool fits)
    {
        Built += fits ? 1 : 0;
        return fits;
    }

    private bool IsNamed(int below) => _stack.Peek(below) is PickleItem.Text or PickleItem.Result;

    private bool IsCallable(int below) => _stack.Peek(below) is PickleItem.Callable or PickleItem.Result;

    private bool IsArguments(int below) => _stack.Peek(below) is PickleItem.Tuple or PickleItem.Result;

    private bool Call(bool callable, int operands)
    {
        if (!callable || !_stack.Replace(operands, PickleItem.Result))
            return false;

        Calls = true;
        Built++;
        return true;
    }

    // BUILD calls __setstate__ of an object made before, or writes attributes of an imported one.
    private bool Set()
    {
        Calls |= IsCallable(1);
        return Build(_stack.Drop(1));
    }

    // OBJ: the class lies right above the mark.
    private bool Construct()
    {
        var above = 0;
        while (_stack.Peek(above) != PickleItem.Mark)
            above++;
        return above > 0 && IsCallable(above - 1) && _stack.DropToMark(out _) && Call(true, 0);
    }
}
