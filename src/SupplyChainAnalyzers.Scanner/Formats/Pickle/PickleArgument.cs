namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What follows an opcode in the stream.</summary>
internal enum PickleArgument : byte
{
    /// <summary>Not an opcode.</summary>
    Unknown,
    None,
    Bytes1,
    Bytes2,
    Bytes4,
    Bytes8,

    /// <summary>Text up to a line feed.</summary>
    Line,
    TwoLines,

    /// <summary>A length of 1, 4 or 8 bytes (little-endian), then as many bytes.</summary>
    Counted1,
    Counted4,
    Counted8,
}
