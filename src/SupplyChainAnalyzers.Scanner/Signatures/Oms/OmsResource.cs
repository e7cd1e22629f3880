namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>A file or a part of one.</summary>
/// <param name="Path">Relative, with <c>/</c>.</param>
/// <param name="Digest">What it hashes to.</param>
/// <param name="Start">First byte; zero for a whole file.</param>
/// <param name="End">Byte behind the last; null for a whole file.</param>
internal sealed record OmsResource(string Path, byte[] Digest, long Start = 0, long? End = null);
