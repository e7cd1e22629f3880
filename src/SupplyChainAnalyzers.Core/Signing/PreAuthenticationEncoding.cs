using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Core.Signing;

/// <summary>What a DSSE signature is made over (DSSE 1.0, protocol.md): type and body, each with its length in bytes.</summary>
public static class PreAuthenticationEncoding
{
    /// <summary>The payload type of in-toto statements.</summary>
    public const string InToto = "application/vnd.in-toto+json";

    /// <summary>The bytes to sign or to verify.</summary>
    /// <param name="payloadType">Media type of the payload.</param>
    /// <param name="payload">Its bytes, never serialized anew.</param>
    public static byte[] Of(string payloadType, byte[] payload)
    {
        var type = Encoding.UTF8.GetByteCount(payloadType).ToString(CultureInfo.InvariantCulture);
        var head = Encoding.UTF8.GetBytes($"DSSEv1 {type} {payloadType} {payload.Length.ToString(CultureInfo.InvariantCulture)} ");
        return [.. head, .. payload];
    }
}
