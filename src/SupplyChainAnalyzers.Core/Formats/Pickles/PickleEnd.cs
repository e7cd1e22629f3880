namespace SupplyChainAnalyzers.Core.Formats.Pickles;

/// <summary>How the walk over a pickle's opcodes ended.</summary>
internal enum PickleEnd
{
    /// <summary>At an opcode that CPython would refuse.</summary>
    Broken,

    /// <summary>At the STOP opcode.</summary>
    Stop,

    /// <summary>At the end of the head; the file goes on.</summary>
    Head,
}
