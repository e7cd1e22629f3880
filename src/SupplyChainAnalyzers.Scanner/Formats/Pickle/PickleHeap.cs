using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// What tuples, containers and results of calls hold: a ring of cells in which the oldest are written over, so that memory
/// stays bounded whatever a pickle builds. What was written over is <see cref="PickleTraits.Lost"/>, never harmless.
/// </summary>
internal sealed class PickleHeap(ByteSource source)
{
    /// <summary>4 MiB.</summary>
    private const int MaxCells = 1 << 19;

    /// <summary>Items of a tuple or container that are remembered one by one.</summary>
    public const int MaxItems = 64;

    private const int MaxListed = 16;
    private const ulong Low = 0xFFFF_FFFF;

    private ulong[] _cells = new ulong[256];
    private long _next = 1;

    public ByteSource Source { get; } = source;

    /// <summary>For the next pickle of the same file.</summary>
    public void Clear() => _next = 1;

    /// <summary>Traits of a value with everything that lies in it.</summary>
    public PickleTraits Traits(PickleValue value) => value.Kind switch
    {
        PickleKind.List or PickleKind.Dict or PickleKind.Set or PickleKind.FrozenSet => value.Own | (Holds(value.Payload, 2) ? (PickleTraits)(this[value.Payload] & 0x7FF) : PickleTraits.Lost),
        _ => value.Own,
    };

    /// <summary>Length of a tuple or container; -1 when it is lost.</summary>
    public long Count(PickleValue value) => value switch
    {
        { Kind: PickleKind.Tuple, Payload: 0 } => (value.Own & PickleTraits.Lost) != 0 ? -1 : 0,
        { Kind: PickleKind.Tuple } => Holds(value.Payload, 1) ? (long)this[value.Payload] : -1,
        _ => Holds(value.Payload, 2) ? (long)(this[value.Payload] >> 16) : -1,
    };

    /// <summary>A tuple of what lies on the stack from an entry on; the first items are remembered.</summary>
    public PickleValue Tuple(PickleStack stack, int entry, long count)
    {
        if (count == 0)
            return new PickleValue(PickleKind.Tuple);

        var at = Reserve(1 + (int)Math.Min(count, MaxItems));
        this[at] = (ulong)count;
        var traits = Copy(stack, entry, at + 1, MaxItems);
        return new PickleValue(PickleKind.Tuple, traits, at);
    }

    /// <summary>A container, still empty.</summary>
    public PickleValue Container(PickleKind kind)
    {
        var at = Reserve(2);
        (this[at], this[at + 1]) = (0, 0);
        return new PickleValue(kind, kind is PickleKind.FrozenSet ? PickleTraits.None : PickleTraits.Unhashable, at);
    }

    /// <summary>Puts what lies on the stack from an entry on into a container.</summary>
    public void Add(PickleValue container, PickleStack stack, int entry, long count)
    {
        if (!Holds(container.Payload, 2))
            return;

        var head = this[container.Payload];
        var block = (long)this[container.Payload + 1];
        if (block == 0)
        {
            block = Reserve(MaxListed);
            this[container.Payload + 1] = (ulong)block;
        }

        var filled = (int)Math.Min((long)(head >> 16), MaxListed);
        var room = Holds(block, MaxListed) ? MaxListed - filled : 0;
        var traits = Copy(stack, entry, block + filled, room) & ~(PickleTraits.Unhashable | PickleTraits.HookKey);
        this[container.Payload] = (head | (ulong)traits) + ((ulong)count << 16);
    }

    /// <summary>Notes that a dictionary has a key that is a hook.</summary>
    public void SetHookKey(PickleValue dictionary)
    {
        if (Holds(dictionary.Payload, 2))
            this[dictionary.Payload] |= (ulong)PickleTraits.HookKey;
    }

    /// <summary>What a call gave: of which name, with which arguments; the number is that of the call.</summary>
    public PickleValue Result(int name, PickleTraits traits, PickleValue arguments, long number)
    {
        var at = Reserve(3);
        (this[at], this[at + 1], this[at + 2]) = (arguments.Bits, 0, (ulong)number);
        return new PickleValue(PickleKind.Result, traits, ((at & (long)Low) << 16) | (name < 0 || name >= PickleNames.Unnamed ? PickleNames.Unnamed : (long)name));
    }

    /// <summary>Arguments, last state and number of a call's result.</summary>
    public bool TryResult(PickleValue result, out PickleValue arguments, out PickleValue state, out long number)
    {
        var at = Place(result);
        var holds = result.Kind == PickleKind.Result && Holds(at, 3);
        arguments = holds ? new PickleValue(this[at]) : PickleValue.Anything;
        state = holds ? new PickleValue(this[at + 1]) : PickleValue.Anything;
        number = holds ? (long)this[at + 2] : -1;
        return holds;
    }

    /// <summary>Remembers what BUILD gave to an object.</summary>
    public void SetState(PickleValue result, PickleValue state)
    {
        if (result.Kind == PickleKind.Result && Place(result) is var at && Holds(at, 3))
            this[at + 1] = state.Bits;
    }

    /// <summary>The first items of a tuple or container, as far as they are remembered.</summary>
    public PickleValue[] Items(PickleValue value)
    {
        var count = (int)Math.Clamp(Count(value), 0, value.Kind == PickleKind.Tuple ? MaxItems : MaxListed);
        if (count == 0)
            return [];

        var start = value.Kind == PickleKind.Tuple ? value.Payload + 1 : (long)this[value.Payload + 1];
        if (!Holds(start, count))
            return [];

        var items = new PickleValue[count];
        for (var i = 0; i < count; i++)
            items[i] = new PickleValue(this[start + i]);

        return items;
    }

    private ulong this[long at]
    {
        get => _cells[at & (_cells.Length - 1)];
        set => _cells[at & (_cells.Length - 1)] = value;
    }

    private bool Holds(long at, int count) => at > 0 && at + count <= _next && _next - at <= _cells.Length;

    private long Place(PickleValue result)
    {
        var at = (_next & ~(long)Low) | (result.Payload >> 16);
        return at < _next ? at : at - (long)Low - 1;
    }

    private long Reserve(int count)
    {
        while (_next + count > _cells.Length && _cells.Length < MaxCells)
            Array.Resize(ref _cells, _cells.Length * 2);

        var at = _next;
        _next += count;
        return at;
    }

    // Copies the first values, takes the traits of all.
    private PickleTraits Copy(PickleStack stack, int entry, long to, int room)
    {
        var traits = PickleTraits.None;
        for (; entry < stack.Entries; entry++)
        {
            var value = stack.Value(entry);
            traits |= Traits(value);
            for (var count = Math.Min(stack.Count(entry), room); count > 0; count--, room--)
                this[to++] = value.Bits;
        }

        return traits;
    }
}
