namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>Where a dataset's elements lie (IV.A.2.i), by the number in the file.</summary>
internal enum Hdf5LayoutKind
{
    /// <summary>In the object header.</summary>
    Compact = 0,

    /// <summary>In one piece.</summary>
    Contiguous = 1,

    /// <summary>In equal pieces, each on its own and perhaps compressed.</summary>
    Chunked = 2,

    /// <summary>In other datasets, most often of other files.</summary>
    Virtual = 3,
}
