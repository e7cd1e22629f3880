using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;
using PublicKey = SupplyChainAnalyzers.Scanner.Signatures.Keys.PublicKey;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Valid bundles of every form, each with whom it is verified against. Those of keyless signatures come from the published suites, where they are there.</summary>
internal static class BundleSeeds
{
    /// <summary>Made anew by each call: keys are of one run.</summary>
    public static IReadOnlyList<BundleSeed> Create() => [Key(), Certificate(), Attestation(bare: false), Attestation(bare: true), Cosign(), .. SharedVectors.Root is null ? [] : Keyless()];

    private static BundleSeed Key()
    {
        var model = new SignedModel();
        return new BundleSeed("oms by key", model.Bundle(), new KeyTrust(model.Key), null);
    }

    private static BundleSeed Certificate()
    {
        using var authority = new TestAuthority("CN=root", DateTimeOffset.UtcNow);
        var (certificate, key) = authority.Leaf("CN=leaf");
        var model = new SignedModel { Certificates = [certificate], SigningKey = key };
        return new BundleSeed("oms by certificate", model.Bundle(), new CertificateTrust([authority.Certificate.RawData], DateTimeOffset.UtcNow), null);
    }

    private static BundleSeed Attestation(bool bare)
    {
        var statement = new SlsaStatement([1, 2, 3]);
        return new BundleSeed(bare ? "bare envelope" : "attestation", statement.Sign(bare), new KeyTrust(PublicKey.FromSpki(statement.PublicKey), comparesHint: false), null);
    }

    private static BundleSeed Cosign()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var digest = SHA256.HashData([1, 2, 3]);
        var text = $$"""{ "base64Signature": "{{Convert.ToBase64String(key.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence))}}" }""";
        return new BundleSeed("cosign", Encoding.ASCII.GetBytes(text), new KeyTrust(PublicKey.FromSpki(key.ExportSubjectPublicKeyInfo()), comparesHint: false), digest);
    }

    private static IEnumerable<BundleSeed> Keyless()
    {
        var digest = SHA256.HashData(File.ReadAllBytes(SharedVectors.Path("conformance_sigstore/a.txt")));
        foreach (var name in new[] { "happy-path-v0.1", "happy-path-v0.3", "happy-path-intoto-in-dsse-v3", "rekor2-happy-path", "rekor2-dsse-happy-path" })
        {
            string At(string file) => SharedVectors.Path($"conformance_sigstore/{name}/{file}");
            var root = File.Exists(At("trusted_root.json")) ? TrustedRootReader.Read(File.ReadAllBytes(At("trusted_root.json"))) : null;
            var bundle = File.ReadAllBytes(At("bundle.sigstore.json"));
            yield return new BundleSeed("sigstore, " + name, bundle, new KeylessTrust(root, new SignerPolicy("", null, static _ => true)), BundleReader.Read(bundle).Envelope is null ? digest : null);
        }
    }
}
