using System.Security.Cryptography;

namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>Hashes of a transparency log's tree (RFC 9162 §2.1).</summary>
internal static class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    public static byte[] LeafHash(byte[] entry) => SHA256.HashData([LeafPrefix, .. entry]);

    /// <summary>The root that the path leads to (RFC 9162 §2.1.3.2); null when the path does not fit the tree.</summary>
    public static byte[]? Root(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size)
            return null;

        var (fn, sn, root) = ((ulong)index, (ulong)size - 1, leaf);
        foreach (var sibling in path)
        {
            if (sn == 0)
                return null;

            if ((fn & 1) == 1 || fn == sn)
            {
                root = Node(sibling, root);
                while ((fn & 1) == 0 && fn != 0)
                {
                    fn >>= 1;
                    sn >>= 1;
                }
            }
            else
            {
                root = Node(root, sibling);
            }

            fn >>= 1;
            sn >>= 1;
        }

        return sn == 0 ? root : null;
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);
}
