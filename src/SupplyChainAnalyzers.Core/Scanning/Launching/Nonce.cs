using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>A number used once.</summary>
internal static class Nonce
{
    public static string Create()
    {
        using var random = RandomNumberGenerator.Create();
        var bytes = new byte[Wire.NonceLength / 2];
        random.GetBytes(bytes);
        return Hex.Of(bytes);
    }
}
