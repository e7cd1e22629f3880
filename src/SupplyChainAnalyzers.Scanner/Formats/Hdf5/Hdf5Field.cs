namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>A member of a compound type.</summary>
internal sealed record Hdf5Field(string Name, int Offset, Hdf5Type Type);
