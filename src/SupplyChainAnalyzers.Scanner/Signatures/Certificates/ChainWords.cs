using System.Security.Cryptography.X509Certificates;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Signatures.Certificates;

/// <summary>A verified chain in words for people.</summary>
internal static class ChainWords
{
    public static (string Name, string Value) Validity(X509Certificate2 leaf) =>
        ("certificate valid", FormattableString.Invariant($"{leaf.NotBefore.ToUniversalTime():u} to {leaf.NotAfter.ToUniversalTime():u}"));

    /// <summary>Issuers, from the one that issued the signer's certificate to the root.</summary>
    public static (string Name, string Value) Chain(IReadOnlyList<byte[]> chain)
    {
        var names = new List<string>();
        foreach (var der in chain.Skip(1))
        {
            using var certificate = LeafCertificate.Load(der);
            names.Add(Printable.Of(certificate.Subject));
        }

        return ("issued by", names.Count == 0 ? "itself" : string.Join(", which is issued by ", names));
    }
}
