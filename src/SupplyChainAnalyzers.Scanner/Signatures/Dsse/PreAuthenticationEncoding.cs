using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Signatures.Dsse;

/// <summary>What a DSSE signature is made over (DSSE 1.0, protocol.md): type and body, each with its length in bytes.</summary>
internal static class PreAuthenticationEncoding
{
    public static byte[] Of(string payloadType, byte[] payload)
    {
        var type = Encoding.UTF8.GetByteCount(payloadType).ToString(CultureInfo.InvariantCulture);
        var head = Encoding.UTF8.GetBytes($"DSSEv1 {type} {payloadType} {payload.Length.ToString(CultureInfo.InvariantCulture)} ");
        return [.. head, .. payload];
    }
}
