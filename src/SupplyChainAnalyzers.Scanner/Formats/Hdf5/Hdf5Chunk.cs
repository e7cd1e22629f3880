namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>A piece of a dataset.</summary>
/// <param name="Start">Its first element in each dimension.</param>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Size">Bytes there.</param>
/// <param name="Mask">Filters that were skipped for it.</param>
internal readonly record struct Hdf5Chunk(ulong[] Start, long Place, long Size, uint Mask);
