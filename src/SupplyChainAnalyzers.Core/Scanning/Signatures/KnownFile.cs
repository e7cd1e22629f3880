namespace SupplyChainAnalyzers.Core.Scanning.Signatures;

/// <summary>A file of the model that the caller has read and hashed himself: the scanner needs not read it for SHA-256 again.</summary>
/// <param name="Path">Relative to the model, with <c>/</c>.</param>
/// <param name="Size">Bytes that were hashed.</param>
/// <param name="Sha256">Their digest, 64 lower-case hex digits.</param>
public sealed record KnownFile(string Path, long Size, string Sha256);
