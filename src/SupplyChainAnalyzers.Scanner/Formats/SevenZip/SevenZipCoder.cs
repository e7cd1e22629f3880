namespace SupplyChainAnalyzers.Scanner.Formats.SevenZip;

/// <summary>One step of unpacking: a method and its properties. Several inputs or outputs only BCJ2 has.</summary>
internal sealed record SevenZipCoder(ulong Method, int Inputs, int Outputs, byte[] Properties);
