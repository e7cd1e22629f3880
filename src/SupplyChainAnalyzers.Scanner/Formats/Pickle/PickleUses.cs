using System.Buffers;
using SupplyChainAnalyzers.Scanner.Judging;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Collects what the pickles of a file do with each name, and what they do without one.</summary>
internal sealed class PickleUses(PickleNames names) : IPickleObserver
{
    /// <summary>Texts that are judged; a file with more calls than that repeats itself.</summary>
    private const int MaxJudged = 50_000;

    private const PickleTraits Unknowns = PickleTraits.Made | PickleTraits.Doubtful;
    private const int MaxText = 16 << 10;
    private const int MaxOdd = 100;
    private const int MaxPayloads = 64;

    private static readonly SearchValues<char> Word = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly List<PickleUse?> _uses = [];
    private int _judged;

    /// <summary>The machine's values; set before it runs.</summary>
    public PickleHeap Heap { get; set; } = null!;

    /// <summary>Things that need no name: rule-like kind, offset, and what to show.</summary>
    public List<PickleOddity> Oddities { get; } = [];

    /// <summary>Constants that go into calls of names that are not harmless: may be pickles themselves.</summary>
    public List<PickleValue> Payloads { get; } = [];

    /// <summary>Constants that begin as pickles do, whether anything takes them or not.</summary>
    public List<PickleValue> Resemblances { get; } = [];

    /// <summary>Byte strings that torch opens as checkpoints.</summary>
    public List<PickleValue> Checkpoints { get; } = [];

    /// <summary>Is told of each persistent id that names a storage of torch: type, key, number of elements (-1 when it is no small number).</summary>
    public Action<string, string, long>? Storage { get; init; }

    public IEnumerable<(PickleName Name, PickleUse Use)> All => _uses.Select((use, number) => (names[number], use)).Where(static pair => pair.use is not null)!;

    public bool HasImports => _uses.Count > 0;

    /// <summary>Whether anything but harmless names was called.</summary>
    public bool HasDoubtfulCalls => Oddities.Count > 0 || All.Any(static pair => pair.Name.Risk is CallableRisk.Unknown or CallableRisk.Dangerous && (pair.Use.CalledAt is not null || pair.Use.ConstructedAt is not null));

    public void Import(int name, long offset)
    {
        while (_uses.Count <= name)
            _uses.Add(null);

        _uses[name] ??= new PickleUse { ImportedAt = offset };
    }

    public void ImportComputed(PickleValue module, PickleValue attribute, long offset) =>
        Odd(IsMade(module) || IsMade(attribute) || ((module.Own | attribute.Own) & PickleTraits.Lost) == 0 ? PickleOddityKind.ComputedName : PickleOddityKind.LostName, offset, "");

    public void Extension(long code, long offset) => Odd(PickleOddityKind.Extension, offset, code.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Pass(long offset) => Odd(PickleOddityKind.PassedGuard, offset, "");

    public void Call(in PickleCall call)
    {
        if (call.Callee.Kind != PickleKind.Global)
        {
            Odd(call.Callee.Kind switch
            {
                PickleKind.Result => call.IsConstruction ? PickleOddityKind.ConstructedResult : PickleOddityKind.CalledResult,
                _ => PickleOddityKind.CalledUnknown,
            }, call.Offset, new PickleRender(Heap, names).Call(call.Callee, call.Arguments));
            Note(null, call.Arguments, call.Offset, call.IsConstruction);
            return;
        }

        var name = names[call.Callee.Name];
        if ((name.Guard != PickleGuard.None && IsGuarded(name, call)) || (name.IsConstructor && IsConstructed(name, call)))
            return;

        Note(call.Callee, call.Arguments, call.Offset, call.IsConstruction);
    }

    // Whether the call is what the guard asks for, or was reported.
    private bool IsGuarded(PickleName name, in PickleCall call)
    {
        var items = Heap.Items(call.Arguments);
        switch (name.Guard)
        {
            case PickleGuard.Attribute:
                Attribute(items, call.Offset);
                break;
            case PickleGuard.Partial when items is [{ IsObject: true }, ..]:
                if (!call.IsConstruction && name.Last != "partial")
                    Reach(items[0]);
                break;
            case PickleGuard.Checkpoint when items is [{ Kind: PickleKind.Bytes } bytes] && (bytes.Own & PickleTraits.Lost) == 0 && Checkpoints.Count < MaxPayloads:
                Checkpoints.Add(bytes);
                break;
            case PickleGuard.Partial when call.IsConstruction && items is []:
            case PickleGuard.Constant when IsPlain(name.Last, items):
                break;
            default:
                Odd(PickleOddityKind.MisusedGuard, call.Offset, new PickleRender(Heap, names).Call(call.Callee, call.Arguments));
                return true;
        }

        Use(call.Callee.Name).CalledAt ??= call.Offset;
        return true;
    }

    private static bool IsPlain(string function, PickleValue[] items) => function switch
    {
        "type" => items is [{ Kind: PickleKind.None }],
        "iter" => items is [{ IsObject: false }],
        _ => items.Length > 0 && Array.TrueForAll(items, static item => item.Kind == PickleKind.Int),
    };

    private bool IsConstructed(PickleName name, in PickleCall call)
    {
        var items = Heap.Items(call.Arguments);
        if (items is not [{ Kind: PickleKind.Global } made, ..])
            return false;

        Use(made.Name).ConstructedAt ??= call.Offset;
        if (PickleConstructors.CallsBase(name.Dotted))
        {
            foreach (var item in items.AsSpan(1))
                Reach(item);
        }

        return true;
    }

    public void ReadAttribute(int name, long offset) => Use(name).CalledAt ??= offset;

    public void Build(PickleValue target, PickleValue state, long offset)
    {
        if (target.Kind == PickleKind.Global)
            Odd(PickleOddityKind.ChangedName, offset, names[target.Name].Dotted);
        else if ((Heap.Traits(state) & PickleTraits.HookKey) != 0)
            Odd(PickleOddityKind.WrittenHook, offset, target.Name < 0 ? "an object" : names[target.Name].Dotted);
    }

    public void Fill(byte opcode, PickleValue target, PickleTraits items, long offset)
    {
        if (target.Kind == PickleKind.Global)
            Odd(PickleOddityKind.ChangedName, offset, names[target.Name].Dotted);
    }

    public void Resemblance(PickleValue constant)
    {
        if (Resemblances.Count < MaxPayloads)
            Resemblances.Add(constant);
    }

    public void Persistent(PickleValue id, long offset)
    {
        if (Heap.Items(id) is [{ Kind: PickleKind.Str } word, { Kind: PickleKind.Global } type, { Kind: PickleKind.Str } key, .. var rest] && Text(word) == "storage")
            Storage?.Invoke(names[type.Name].Last, Text(key), rest is [_, var count, ..] && count.TryInt(out var elements) ? elements : -1);
        else if (Heap.Items(id) is not [{ Kind: PickleKind.Str } kind, { Kind: PickleKind.Global }, { Kind: PickleKind.Str }, ..] || Text(kind) != "module")
            Odd(PickleOddityKind.PersistentId, offset, new PickleRender(Heap, names).Value(id));
    }

    private static bool IsMade(PickleValue value) => value.IsObject && value.Kind != PickleKind.Anything;

    private PickleUse Use(int name) => _uses[name]!;

    private string Text(PickleValue value) => (value.Own & PickleTraits.Lost) != 0 ? "" : PickleConstants.Text(Heap.Source, value.Payload, MaxText);

    private void Odd(PickleOddityKind kind, long offset, string shown)
    {
        if (Oddities.Count < MaxOdd && !Oddities.Exists(odd => odd.Kind == kind && odd.Shown == shown))
            Oddities.Add(new PickleOddity(kind, offset, shown));
    }

    // getattr that is no plain member of an imported class.
    private void Attribute(PickleValue[] items, long offset)
    {
        var isConstant = items is [_, { Kind: PickleKind.Str } text, ..] && (text.Own & PickleTraits.Lost) == 0;
        var attribute = isConstant ? Text(items[1]) : "";
        if (!isConstant || items[0].Kind != PickleKind.Result || attribute.StartsWith("__", StringComparison.Ordinal) || attribute.Contains('.'))
            Odd(PickleOddityKind.ReadHiddenAttribute, offset, attribute);
        else if (items[0].Name < 0 || !KeepsMethods(names[items[0].Name]))
            Odd(PickleOddityKind.ReadAttribute, offset, attribute);
    }

    // Models of these packages keep bound methods of their own parts.
    private static bool KeepsMethods(PickleName owner) => (owner.Risk is CallableRisk.Harmless or CallableRisk.HarmlessAsClass) && (owner.Root is "scipy" or "sklearn" or "torch");

    private void Note(PickleValue? callee, PickleValue arguments, long offset, bool isConstruction)
    {
        var use = callee is { } called ? Use(called.Name) : null;
        var name = callee is { } known ? names[known.Name] : null;
        if (isConstruction)
            use?.ConstructedAt ??= offset;
        else
            use?.CalledAt ??= offset;

        var isHarmless = name?.Risk == CallableRisk.Harmless;
        if (use is { Call: null } && !isHarmless)
            use.Call = new PickleRender(Heap, names).Call(callee!.Value, arguments);

        var traits = Heap.Traits(arguments);
        var isTold = (traits & (PickleTraits.Text | PickleTraits.Lost)) != 0 || Heap.Count(arguments) == 0 || (traits & Unknowns) == Unknowns;
        if (use is not null && !isConstruction && isTold)
            use.IsTold = true;

        if (use is not null && name!.TakesNoText && Heap.Items(arguments) is [{ Kind: PickleKind.Str }, ..])
            Odd(PickleOddityKind.TextForClass, offset, new PickleRender(Heap, names).Call(callee!.Value, arguments));

        if ((traits & (PickleTraits.Text | PickleTraits.Doubtful)) != 0 && name is not { TakesData: true } && (!isHarmless || _judged < MaxJudged))
            Arguments(use, arguments, offset, isHarmless, 0);
    }

    private void Arguments(PickleUse? use, PickleValue value, long offset, bool isHarmless, int depth)
    {
        const int MaxDepth = 3;
        switch (value.Kind)
        {
            case PickleKind.Tuple or PickleKind.List or PickleKind.Dict when depth < MaxDepth:
                foreach (var item in Heap.Items(value))
                    Arguments(use, item, offset, isHarmless, depth + 1);
                break;
            case PickleKind.Global:
                Reach(value);
                break;
            case PickleKind.Str or PickleKind.Bytes or PickleKind.ByteArray when (value.Own & PickleTraits.Lost) == 0 && _judged++ < MaxJudged:
                Judge(use, value, offset, isHarmless);
                break;
        }
    }

    private void Judge(PickleUse? use, PickleValue value, long offset, bool isHarmless)
    {
        var text = Text(value);
        if (use is not null && text.AsSpan().ContainsAnyExcept(Word))
            use.TakesPhrase = true;

        var sign = value.Kind == PickleKind.Str ? TextJudge.Find(text) : TextJudge.Find(PickleConstants.Bytes(Heap.Source, value.Payload, MaxText));
        if (sign is not null && (sign.IsSure || !isHarmless) && use is { Sign: null })
            (use.Sign, use.SignAt) = (sign, offset);

        if (!isHarmless && Payloads.Count < MaxPayloads)
            Payloads.Add(value);
    }

    private void Reach(PickleValue value)
    {
        if (value.Kind == PickleKind.Global)
            Use(value.Name).IsPassed = true;
    }
}
