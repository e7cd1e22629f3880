namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What an abstract value on the unpickler's stack is. Zero is no value, so that an empty memo entry is all zeros.</summary>
internal enum PickleKind : byte
{
    Absent,
    None,
    True,
    False,
    Int,
    Float,
    Str,
    Bytes,
    ByteArray,
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,

    /// <summary>An imported name.</summary>
    Global,

    /// <summary>What a call gave.</summary>
    Result,

    /// <summary>What the loader's own <c>persistent_load</c> gave for an id.</summary>
    Persistent,

    /// <summary>An out-of-band buffer (PEP 574).</summary>
    Buffer,

    /// <summary>Nothing is known of it any more.</summary>
    Anything,
}
