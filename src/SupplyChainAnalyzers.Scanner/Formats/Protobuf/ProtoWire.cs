namespace SupplyChainAnalyzers.Scanner.Formats.Protobuf;

/// <summary>How the value of a protobuf field stands in the stream (protobuf.dev, Encoding).</summary>
internal enum ProtoWire
{
    Varint = 0,

    /// <summary>Eight bytes.</summary>
    Fixed64 = 1,

    /// <summary>A length, then as many bytes: text, bytes, a message, packed numbers.</summary>
    Counted = 2,

    /// <summary>Fields up to the end mark of the same number; no format here uses it, every parser steps over it.</summary>
    Group = 3,

    GroupEnd = 4,

    /// <summary>Four bytes.</summary>
    Fixed32 = 5,
}
