namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// An abstract value in eight bytes: 5 bits kind, 11 bits traits, 48 bits that depend on the kind: the offset of a
/// constant's opcode, the number of a name, the place in <see cref="PickleHeap"/>. Equal bits are the same value.
/// </summary>
internal readonly record struct PickleValue(ulong Bits)
{
    private const int TraitsAt = 5;
    private const int PayloadAt = 16;
    private const ulong Known = 1UL << 47;

    public PickleValue(PickleKind kind, PickleTraits traits = PickleTraits.None, long payload = 0)
        : this((ulong)kind | ((ulong)traits << TraitsAt) | ((ulong)payload << PayloadAt))
    {
    }

    public static PickleValue Anything { get; } = new(PickleKind.Anything, PickleTraits.Lost | PickleTraits.Doubtful);

    public PickleKind Kind => (PickleKind)(Bits & 0x1F);

    /// <summary>Without what was added to a container after it was put on the stack: <see cref="PickleHeap.Traits"/>.</summary>
    public PickleTraits Own => (PickleTraits)((Bits >> TraitsAt) & 0x7FF);

    public long Payload => (long)(Bits >> PayloadAt);

    /// <summary>A small integer, with its value.</summary>
    public static PickleValue Int(int value) => new(PickleKind.Int, PickleTraits.None, (long)(Known | (uint)value));

    /// <summary>The value of an integer that was small.</summary>
    public bool TryInt(out int value)
    {
        value = unchecked((int)(uint)Payload);
        return Kind == PickleKind.Int && ((ulong)Payload & Known) != 0;
    }

    /// <summary>A name's number, of the name itself or of the one that was called; -1 when there is none.</summary>
    public int Name => Kind switch
    {
        PickleKind.Global => (int)Payload,
        PickleKind.Result when (Payload & 0xFFFF) != PickleNames.Unnamed => (int)(Payload & 0xFFFF),
        _ => -1,
    };

    /// <summary>The same kind of value, whose content is forgotten.</summary>
    public PickleValue Forget() => new(Kind, Own | PickleTraits.Lost);

    /// <summary>Whether it can be called or made into anything: constants cannot.</summary>
    public bool IsObject => Kind >= PickleKind.Global;
}
