namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>How the pieces of a chunked dataset are found (IV.A.2.i, layout version 4), by the number in the file.</summary>
internal enum Hdf5ChunkIndexKind
{
    /// <summary>B-tree of version 1: all there was before layout version 4.</summary>
    Tree1 = 0,
    Single = 1,
    Implicit = 2,
    FixedArray = 3,
    ExtensibleArray = 4,
    Tree2 = 5,
}
