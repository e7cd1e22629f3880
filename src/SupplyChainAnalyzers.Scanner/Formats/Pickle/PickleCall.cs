namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>A call that loading makes.</summary>
/// <param name="Opcode">REDUCE, INST and OBJ call; NEWOBJ and NEWOBJ_EX make an object without its constructor.</param>
/// <param name="Callee">What is called.</param>
/// <param name="Arguments">A tuple, where the stream is honest.</param>
/// <param name="Keywords">Of NEWOBJ_EX.</param>
/// <param name="Offset">Of the opcode.</param>
/// <param name="Number">Counts the calls of a pickle.</param>
internal readonly record struct PickleCall(byte Opcode, PickleValue Callee, PickleValue Arguments, PickleValue Keywords, long Offset, long Number)
{
    /// <summary>Whether only <c>__new__</c> of a class runs.</summary>
    public bool IsConstruction => Opcode is PickleOpcodes.NewObj or PickleOpcodes.NewObjEx;
}
