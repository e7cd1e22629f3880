using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Provenance;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>sigstore-conformance: every bundle has the outcome that the suite labels it with, without a network.</summary>
public class SigstoreConformanceTests
{
    private const string Identity = "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main";
    private const string Issuer = "https://token.actions.githubusercontent.com";

    [SharedVectorsFact]
    public void Every_case_has_its_labelled_outcome()
    {
        var wrong = new List<string>();
        var cases = Directory.GetDirectories(SharedVectors.Path("conformance_sigstore"));
        foreach (var folder in cases)
        {
            var name = Path.GetFileName(folder);
            var reason = Verify(folder);
            if (name.EndsWith("_fail", StringComparison.Ordinal) == (reason is null))
                wrong.Add($"{name}: {reason ?? "accepted"}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(cases.Length >= 70);
    }

    // Null when it is valid.
    private static string? Verify(string folder)
    {
        string Given(string file, string otherwise) => Path.Combine(folder, file) is var path && File.Exists(path) ? path : SharedVectors.Path(otherwise);
        string Text(string file, string otherwise) => Path.Combine(folder, file) is var path && File.Exists(path) ? File.ReadAllText(path).Trim() : otherwise;
        try
        {
            var root = TrustedRootReader.Read(File.ReadAllBytes(Given("trusted_root.json", "trusted_roots/public_good_trusted_root.json")));
            var content = File.ReadAllBytes(Path.Combine(folder, "bundle.sigstore.json"));
            var bundle = BundleReader.Read(content);
            var artifact = Given("artifact", "conformance_sigstore/a.txt");
            var digest = SHA256.HashData(File.ReadAllBytes(artifact));
            ISignerTrust trust = File.Exists(Path.Combine(folder, "key.pub"))
                ? new KeyTrust(PublicKey.FromSpki(PemText.Blocks(File.ReadAllBytes(Path.Combine(folder, "key.pub")), "PUBLIC KEY")[0]), root, comparesHint: false)
                : new KeylessTrust(root, new SignerPolicy(Text("identity", Identity), Text("issuer", Issuer)));
            if (bundle.Envelope is null)
                trust.Verify(bundle, digest, legacy: false, []);
            else if (new AttestationVerifier(trust, new AttestationDemand()).Verify(content, new DiskModel(artifact)).Uncovered.Count > 0)
                return "it is about another file";
            return null;
        }
        catch (SignatureException e)
        {
            return $"{e.Fault}: {e.Message}";
        }
    }
}
