using System.Security.Cryptography;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>SHA-256 of what is in memory; files go through <see cref="FileHasher"/>.</summary>
public static class Sha256Hex
{
    /// <summary>64 lower-case hex digits.</summary>
    public static string Of(byte[] bytes)
    {
#if NET
        return Hex.Of(SHA256.HashData(bytes));
#else
        using var sha256 = SHA256.Create();
        return Hex.Of(sha256.ComputeHash(bytes));
#endif
    }
}
