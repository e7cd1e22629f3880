namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>Kinds of element types (IV.A.2.d), by their number in the file.</summary>
internal enum Hdf5TypeClass
{
    Integer = 0,
    Float = 1,
    Time = 2,
    Text = 3,
    Bits = 4,
    Opaque = 5,
    Compound = 6,
    Reference = 7,
    Enumeration = 8,
    Sequence = 9,
    Array = 10,
    Complex = 11,
}
