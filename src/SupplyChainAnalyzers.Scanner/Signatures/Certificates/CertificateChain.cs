using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SupplyChainAnalyzers.Scanner.Signatures.Certificates;

/// <summary>
/// Chains a certificate to roots of the verifier's choice (RFC 5280 §6), offline: nothing is downloaded, no store of the machine
/// is believed, revocation is not asked for. Intermediates may come from anywhere, they prove themselves.
/// </summary>
internal static class CertificateChain
{
    /// <summary>The chain from the leaf to the root, DER; null when there is none at this time.</summary>
    public static IReadOnlyList<byte[]>? Build(X509Certificate2 leaf, IEnumerable<X509Certificate2> anchors, IEnumerable<X509Certificate2> intermediates, DateTimeOffset time)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.VerificationTime = time.UtcDateTime.ToLocalTime();
        foreach (var anchor in anchors)
            chain.ChainPolicy.CustomTrustStore.Add(anchor);
        foreach (var intermediate in intermediates)
            chain.ChainPolicy.ExtraStore.Add(intermediate);

        try
        {
            return chain.Build(leaf) ? [.. chain.ChainElements.Select(static element => element.Certificate.RawData)] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
