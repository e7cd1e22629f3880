using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;

namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>Rekor v1's promise to include an entry, which also states when: a signature over canonical JSON (RFC 8785) of four members.</summary>
internal static class SignedEntryTimestamp
{
    public static bool IsValid(LogEntry entry, TrustedLog log) =>
        entry is { InclusionPromise: { } promise, IntegratedTime: { } time } && log.Key.Verify(Payload(entry, time), promise);

    // Base64, hex and numbers need no escapes, and the names stand in order.
    private static byte[] Payload(LogEntry entry, long time) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"body\":\"{Convert.ToBase64String(entry.Body)}\",\"integratedTime\":{time},\"logID\":\"{Hex.Of(entry.LogId)}\",\"logIndex\":{entry.LogIndex}}}"));
}
