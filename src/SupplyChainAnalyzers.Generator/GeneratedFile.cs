namespace SupplyChainAnalyzers.Generator;

/// <summary>One accessor to write.</summary>
/// <param name="Member">C# identifier.</param>
/// <param name="Key">Path in the model's folder, '/' separated.</param>
/// <param name="Path">Path below the program's folder, '/' separated.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Format">Id of the format.</param>
internal sealed record GeneratedFile(string Member, string Key, string Path, string Sha256, long Size, string Format);
