using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;

namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>Names and computation of <see cref="OmsHash"/>.</summary>
internal static class OmsHashes
{
    /// <summary>The reference's own code calls BLAKE2b by both names.</summary>
    public static OmsHash? Find(string name) => name switch
    {
        "sha256" => OmsHash.Sha256,
        "blake2b" or "blake2" => OmsHash.Blake2b,
        "blake3" => OmsHash.Blake3,
        _ => null,
    };

    /// <summary>Bytes of a digest.</summary>
    public static int Size(OmsHash hash) => hash == OmsHash.Blake2b ? Blake2b.DigestSize : 32;

    /// <summary>Hashes a stream from where it stands, at most <paramref name="length"/> bytes; <paramref name="advance"/> is told each block of them.</summary>
    public static byte[] Compute(OmsHash hash, Stream stream, long length, Action<int>? advance = null)
    {
        using var sha256 = hash == OmsHash.Sha256 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        var blake2b = hash == OmsHash.Blake2b ? new Blake2b() : null;
        var blake3 = hash == OmsHash.Blake3 ? new Blake3() : null;
        if (length > 0)
        {
            new BlockReader(length).Read(stream, (block, count) =>
            {
                count = (int)Math.Min(count, length);
                sha256?.AppendData(block, 0, count);
                blake2b?.Append(block.AsSpan(0, count));
                blake3?.Append(block.AsSpan(0, count));
                advance?.Invoke(count);
                return (length -= count) > 0;
            });
        }

        return sha256?.GetHashAndReset() ?? blake2b?.Finish() ?? blake3!.Finish();
    }
}
