namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>Header messages that are looked into (specification IV.A.2); the others say nothing a loader acts on.</summary>
internal enum Hdf5MessageType : ushort
{
    Dataspace = 0x01,
    LinkInfo = 0x02,
    Datatype = 0x03,
    OldFillValue = 0x04,
    FillValue = 0x05,
    Link = 0x06,
    ExternalFiles = 0x07,
    Layout = 0x08,
    FilterPipeline = 0x0B,
    Attribute = 0x0C,
    Continuation = 0x10,
    SymbolTable = 0x11,
    AttributeInfo = 0x15,
}
