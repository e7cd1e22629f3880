namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>A tensor in a converted file.</summary>
/// <param name="Name">Raw: as the source names it, hostile.</param>
/// <param name="Type">As safetensors writes it: F32, BF16 …</param>
/// <param name="Shape">Elements in each dimension with commas between them; empty for a single number.</param>
/// <param name="Sha256">Of its bytes in the new file, which were compared with the source.</param>
public sealed record ConvertedTensor(string Name, string Type, string Shape, string Sha256);
