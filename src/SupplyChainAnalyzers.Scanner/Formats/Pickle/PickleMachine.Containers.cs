namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Stack, tuples and containers.</summary>
internal sealed partial class PickleMachine
{
    private const string NoMark = "it looks for a mark that is not there";
    private const string Underflow = "it takes more off the stack than lies there";

    // load_pop: a mark right at the top is taken off instead of a value.
    private void Pop()
    {
        if (_stack is { Marks: > 0, Above: 0 })
            _stack.TryUnmark(out _, out _);
        else
            PopValue();
    }

    private void PopMark()
    {
        if (_stack.TryUnmark(out var entry, out var count))
            _stack.Truncate(entry, count);
        else
            Refuse(NoMark);
    }

    private void Dup()
    {
        if (!_stack.TryPeek(out var value))
            Refuse(Underflow);

        _stack.Push(value);
    }

    private void Tuple(int count)
    {
        if (_stack.Above < count)
        {
            Refuse(Underflow);
            while (_stack.Above < count)
                _stack.Push(PickleValue.Anything);
        }

        PushTuple(_stack.Split(count), count);
    }

    private void TupleFromMark()
    {
        if (_stack.TryUnmark(out var entry, out var count))
            PushTuple(entry, count);
        else
            RefuseMark();
    }

    private void PushTuple(int entry, long count) => _stack.Push(TakeTuple(entry, count));

    private PickleValue TakeTuple(int entry, long count)
    {
        var tuple = Heap.Tuple(_stack, entry, count);
        _stack.Truncate(entry, count);
        Absorb(tuple.Own);
        return tuple;
    }

    private void FromMark(PickleKind kind)
    {
        if (!_stack.TryUnmark(out var entry, out var count))
        {
            RefuseMark();
            return;
        }

        var isHooked = kind == PickleKind.Dict && CheckKeys(entry, count);
        if (kind == PickleKind.FrozenSet)
            CheckItems(entry);

        var container = Heap.Container(kind);
        Heap.Add(container, _stack, entry, count);
        if (isHooked)
            Heap.SetHookKey(container);

        _stack.Truncate(entry, count);
        Absorb(Heap.Traits(container));
        _stack.Push(container);
    }

    private void FillOne(byte code, int count)
    {
        if (_stack.Above <= count)
        {
            Refuse(Underflow);
            while (_stack.Above <= count)
                _stack.Push(PickleValue.Anything);
        }

        Fill(code, _stack.Split(count), count);
    }

    private void FillFromMark(byte code)
    {
        if (!_stack.TryUnmark(out var entry, out var count))
        {
            Refuse(NoMark);
        }
        else if (_stack.Above <= count)
        {
            Refuse(Underflow);
            _stack.Truncate(entry, count);
        }
        else
        {
            Fill(code, entry, count);
        }
    }

    // do_append, do_setitems, load_additems: nothing at all happens when there are no items.
    private void Fill(byte code, int entry, long count)
    {
        if (count == 0)
            return;

        var target = _stack.Value(entry - 1);
        var kind = target.Kind;
        var isMap = code is PickleOpcodes.SetItem or PickleOpcodes.SetItems;
        if (isMap && kind is PickleKind.Dict)
        {
            if (CheckKeys(entry, count))
                Heap.SetHookKey(target);
        }
        else if (isMap && count % 2 != 0)
            Refuse("it sets items in an odd number");
        else if (isMap && kind is PickleKind.List or PickleKind.ByteArray)
            CheckIndexes(target, entry);
        else if (code == PickleOpcodes.AddItems && kind == PickleKind.Set)
            CheckItems(entry);

        if (target.IsObject)
        {
            var items = PickleTraits.None;
            for (var i = entry; i < _stack.Entries; i++)
                items |= Heap.Traits(_stack.Value(i));

            Absorb(items);
            observer.Fill(code, target, items, _at);
        }
        else if (Takes(code, kind))
        {
            Heap.Add(target, _stack, entry, count);
            Absorb(Heap.Traits(target));
        }
        else
        {
            Refuse("it puts items into something that takes none");
        }

        _stack.Truncate(entry, count);
    }

    private static bool Takes(byte code, PickleKind kind) => code switch
    {
        PickleOpcodes.Append or PickleOpcodes.Appends => kind is PickleKind.List or PickleKind.ByteArray,
        PickleOpcodes.AddItems => kind == PickleKind.Set,
        _ => kind is PickleKind.Dict or PickleKind.List or PickleKind.ByteArray,
    };

    // Whether a key is a hook.
    private bool CheckKeys(int entry, long count)
    {
        var keys = PickleTraits.None;
        if (count % 2 != 0)
            Refuse("it sets items in an odd number");

        var position = 0L;
        for (; entry < _stack.Entries; entry++)
        {
            var group = _stack.Count(entry);
            if (position % 2 == 0 || group > 1)
                keys |= _stack.Value(entry).Own;

            position += group;
        }

        if ((keys & PickleTraits.Unhashable) != 0)
            Refuse("a key cannot be one");

        return (keys & PickleTraits.Hook) != 0;
    }

    // A list is as long as it is: its items are replaced, never added.
    private void CheckIndexes(PickleValue list, int entry)
    {
        var length = list.Kind == PickleKind.List ? Heap.Count(list) : -1;
        var position = 0L;
        for (; entry < _stack.Entries; entry++)
        {
            var key = _stack.Value(entry);
            var group = _stack.Count(entry);
            var isKey = position % 2 == 0 || group > 1;
            position += group;
            if (isKey && (length == 0 || key.Kind is not (PickleKind.Int or PickleKind.True or PickleKind.False or >= PickleKind.Global)))
                Refuse("an index is none");
            else if (isKey && length > 0 && key.TryInt(out var index) && (index >= length || index < -length))
                Refuse("an index lies behind the end of a list");
        }
    }

    private void CheckItems(int entry)
    {
        for (; entry < _stack.Entries; entry++)
        {
            if ((_stack.Value(entry).Own & PickleTraits.Unhashable) != 0)
                Refuse("an item cannot be in a set");
        }
    }

    private void RefuseMark()
    {
        Refuse(NoMark);
        _stack.Push(PickleValue.Anything);
    }

    private void Absorb(PickleTraits traits)
    {
        if ((traits & PickleTraits.Guarded) != 0)
            observer.Pass(_at);
    }
}
