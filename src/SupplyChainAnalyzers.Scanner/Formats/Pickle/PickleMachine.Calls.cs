namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Calls, and what is written into objects.</summary>
internal sealed partial class PickleMachine
{
    private void Reduce()
    {
        var arguments = PopValue();
        var callee = PopValue();
        CheckArguments(arguments);
        CheckCallable(callee);
        Call(PickleOpcodes.Reduce, callee, arguments, default);
    }

    private void Construct(bool withKeywords)
    {
        var keywords = withKeywords ? PopValue() : default;
        var arguments = PopValue();
        var callee = PopValue();
        if (!callee.IsObject)
            Refuse("it makes an object of something that is no class");

        CheckArguments(arguments);
        if (withKeywords && keywords.Kind != PickleKind.Dict)
            Refuse("keyword arguments are no dictionary", isOption: keywords.IsObject);

        Call(withKeywords ? PickleOpcodes.NewObjEx : PickleOpcodes.NewObj, callee, arguments, keywords);
    }

    private void Inst()
    {
        var hasMark = _stack.TryUnmark(out var entry, out var count);
        if (!hasMark)
            Refuse(NoMark);

        if (!TryNames(out var name))
            return;

        if (names[name].Dotted.Any(static c => c > 0x7F))
            Refuse("a name is not ASCII");

        observer.Import(name, _at);
        Call(PickleOpcodes.Inst, NameValue(name), hasMark ? TakeTuple(entry, count) : PickleValue.Anything, default);
    }

    private void Obj()
    {
        if (!_stack.TryUnmark(out var entry, out var count) || count == 0)
        {
            Refuse(count == 0 ? Underflow : NoMark);
            Call(PickleOpcodes.Obj, PickleValue.Anything, PickleValue.Anything, default);
            return;
        }

        var arguments = count == 1 ? new PickleValue(PickleKind.Tuple) : TakeTuple(_stack.Split(count - 1), count - 1);
        var callee = PopValue();
        CheckCallable(callee);
        Call(PickleOpcodes.Obj, callee, arguments, default);
    }

    private void Call(byte opcode, PickleValue callee, PickleValue arguments, PickleValue keywords)
    {
        if (opcode != PickleOpcodes.Inst && TryResolve(callee, arguments, out var member))
        {
            _stack.Push(member);
            return;
        }

        Calls++;
        observer.Call(new PickleCall(opcode, callee, arguments, keywords, _at, Calls));
        var traits = PickleTraits.Made | ((callee.Own | (callee.Kind == PickleKind.Global ? PickleTraits.None : PickleTraits.Lost)) & PickleTraits.Doubtful);
        _stack.Push(Heap.Result(callee.Name, traits, arguments, Calls));
    }

    // A call that only gives back a name, which is then known.
    private bool TryResolve(PickleValue callee, PickleValue arguments, out PickleValue value)
    {
        value = default;
        return callee.Kind == PickleKind.Global && names[callee.Name].Guard switch
        {
            PickleGuard.Attribute => TryAttribute(callee, arguments, out value),
            PickleGuard.Type => TryType(callee, arguments, out value),
            _ => false,
        };
    }

    private bool TryType(PickleValue callee, PickleValue arguments, out PickleValue type)
    {
        type = default;
        if (Heap.Items(arguments) is not [{ Kind: PickleKind.Str } text] || (text.Own & PickleTraits.Lost) != 0 || DillTypes.Find(PickleConstants.Text(Heap.Source, text.Payload, MaxName)) is not { } name)
            return false;

        observer.ReadAttribute(callee.Name, _at);
        type = NameValue(names.Number("builtins", name));
        observer.Import(type.Name, _at);
        return true;
    }

    // getattr of an imported name with a constant: a member of an enumeration, or another way to write a dotted name.
    private bool TryAttribute(PickleValue callee, PickleValue arguments, out PickleValue member)
    {
        member = default;
        if (Heap.Items(arguments) is not [{ Kind: PickleKind.Global } owner, { Kind: PickleKind.Str } text] || (text.Own & PickleTraits.Lost) != 0)
            return false;

        observer.ReadAttribute(callee.Name, _at);
        var attribute = PickleConstants.Text(Heap.Source, text.Payload, MaxName);
        if (names[owner.Name].IsClass && IsMember(attribute))
        {
            Calls++;
            member = Heap.Result(owner.Name, PickleTraits.Made | (owner.Own & PickleTraits.Doubtful), arguments, Calls);
            return true;
        }

        var name = names.Number(names[owner.Name].Module, names[owner.Name].Attribute + "." + attribute);
        observer.Import(name, _at);
        member = NameValue(name);
        return true;
    }

    private static bool IsMember(string attribute) => attribute.Length > 0 && attribute.All(static c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') && char.IsUpper(attribute[0]);

    private void Build()
    {
        if (_stack.Above < 2)
            Refuse(Underflow);

        var state = PopValue();
        if (!_stack.TryPeek(out var target))
            _stack.Push(target);

        Absorb(Heap.Traits(state));
        if (target.IsObject)
        {
            Heap.SetState(target, state);
            observer.Build(target, state, _at);
            if (AfterBuild is not null && AfterBuild(target, state, _reader.Offset) is var next && next != _reader.Offset)
                JumpTo(next);
        }
        else if (state.Kind != PickleKind.None)
        {
            Refuse("it writes attributes into something that has none");
        }
    }

    // What lies between opcodes belongs to no frame.
    private void JumpTo(long offset)
    {
        _frameEnd = long.MaxValue;
        _reader.Seek(offset);
    }

    private void CheckArguments(PickleValue arguments)
    {
        if (arguments.Kind != PickleKind.Tuple)
            Refuse("arguments are no tuple", isOption: arguments.IsObject);
    }

    private void CheckCallable(PickleValue callee)
    {
        if (!callee.IsObject)
            Refuse("it calls something that cannot be called");
    }
}
