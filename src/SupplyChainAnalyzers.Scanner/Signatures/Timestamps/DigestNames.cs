using System.Security.Cryptography;

namespace SupplyChainAnalyzers.Scanner.Signatures.Timestamps;

/// <summary>Digests by object identifier (RFC 5754).</summary>
internal static class DigestNames
{
    /// <summary>Only to find a certificate again, never for a signature.</summary>
    public const string Sha1 = "1.3.14.3.2.26";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Sha384 = "2.16.840.1.101.3.4.2.2";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";

    /// <summary>One that signatures may be made over; null for any other.</summary>
    public static HashAlgorithmName? Strong(string identifier) => identifier switch
    {
        Sha256 => HashAlgorithmName.SHA256,
        Sha384 => HashAlgorithmName.SHA384,
        Sha512 => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>The digest; null for an algorithm that is not known.</summary>
    public static byte[]? Hash(string identifier, byte[] data)
    {
        var name = identifier == Sha1 ? HashAlgorithmName.SHA1 : Strong(identifier);
        return name is { } known ? CryptographicOperations.HashData(known, data) : null;
    }
}
