using System.Security.Cryptography;
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

    /// <summary>Hashes a stream from where it stands, at most <paramref name="length"/> bytes.</summary>
    public static byte[] Compute(OmsHash hash, Stream stream, long length)
    {
        using var sha256 = hash == OmsHash.Sha256 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        var blake2b = hash == OmsHash.Blake2b ? new Blake2b() : null;
        var blake3 = hash == OmsHash.Blake3 ? new Blake3() : null;
        var buffer = new byte[1 << 20];
        while (length > 0)
        {
            var count = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (count == 0)
                break;

            sha256?.AppendData(buffer, 0, count);
            blake2b?.Append(buffer.AsSpan(0, count));
            blake3?.Append(buffer.AsSpan(0, count));
            length -= count;
        }

        return sha256?.GetHashAndReset() ?? blake2b?.Finish() ?? blake3!.Finish();
    }
}
