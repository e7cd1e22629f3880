namespace SupplyChainAnalyzers.Scanner.Signatures.Bundles;

/// <summary>A Merkle audit path (RFC 9162 §2.1.3) and the signed head of the tree it leads to.</summary>
/// <param name="Index">Index of the leaf in this tree.</param>
/// <param name="TreeSize">Leaves of the tree.</param>
/// <param name="RootHash">Claimed root; the checkpoint's must be the same.</param>
/// <param name="Hashes">The path, leaf's sibling first.</param>
/// <param name="Checkpoint">Signed note with origin, size and root.</param>
internal sealed record InclusionProof(long Index, long TreeSize, byte[] RootHash, IReadOnlyList<byte[]> Hashes, string Checkpoint);
