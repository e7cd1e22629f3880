using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>A signed model in a real build: the lock names the signature, the policy says whose it must be.</summary>
[Collection(PackedOnce.Name)]
public class SignatureTests(PackedPackage package)
{
    [Fact]
    public void Signature_of_the_trusted_key_is_quiet_and_another_model_under_it_fails_the_build()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var solution = new TestSolution(package);
        solution.Project("App");
        solution.Write("models/m/a.gguf", ModelBytes.Gguf());
        solution.Write("models/m/model.sig", Bundle(key, ModelBytes.Gguf()));
        solution.Write("key.pem", key.ExportSubjectPublicKeyInfoPem());
        solution.Write("models.policy.json", """{ "policyVersion": 1, "signatures": { "require": "always", "trusted": { "us": { "for": ["pkg:generic/m"], "method": "key", "keys": ["key.pem"] } } } }""");
        Lock(solution, ModelBytes.Gguf());
        Assert.Empty(solution.Build("build", "App/App.csproj").Succeeds().Findings);

        solution.Write("models/m/a.gguf", ModelBytes.Gguf("other"));
        Lock(solution, ModelBytes.Gguf("other"));
        var error = Assert.Single(solution.Build("build", "App/App.csproj", "--no-restore").Fails().Errors);
        Assert.Equal("SCA5007", error.Code);
        Assert.Contains("'models/m/model.sig' covers 'a.gguf' with other content", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trusted_root_of_the_policy_reaches_the_verification_and_one_that_is_none_fails_the_build()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var solution = new TestSolution(package);
        solution.Project("App");
        solution.Write("models/m/a.gguf", ModelBytes.Gguf());
        solution.Write("models/m/model.sig", Bundle(key, ModelBytes.Gguf()));
        solution.Write("root.json", """{ "mediaType": "application/vnd.dev.sigstore.trustedroot+json;version=0.1", "tlogs": [ {} ] }""");
        solution.Write("models.policy.json", """
            { "policyVersion": 1, "signatures": { "trusted": { "them": { "for": ["pkg:generic/m"], "method": "sigstore", "issuer": "https://issuer.example", "identity": "a", "trustedRoot": "root.json" } } } }
            """);
        Lock(solution, ModelBytes.Gguf());
        var error = Assert.Single(solution.Build("build", "App/App.csproj").Fails().Errors);
        Assert.Equal("SCA5013", error.Code);
        Assert.Contains("the trusted root cannot be used", error.Message, StringComparison.Ordinal);

        solution.Write("root.json", """{ "mediaType": "application/vnd.dev.sigstore.trustedroot+json;version=0.1", "tlogs": [], "ctlogs": [], "certificateAuthorities": [], "timestampAuthorities": [] }""");
        Assert.Equal("SCA5008", Assert.Single(solution.Build("build", "App/App.csproj", "--no-restore").Fails().Errors).Code);
    }

    private static void Lock(TestSolution solution, byte[] file) => solution.Write("models.lock", string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        { "lockVersion": 1, "models": { "m": { "path": "models/m", "signature": { "type": "oms", "bundle": "model.sig" },
          "files": { "a.gguf": { "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(file))}}", "size": {{file.Length}}, "format": "gguf" } } } } }
        """));

    // By hand, from the specification: the product's own writer is not asked (OpenSSF Model Signing 1.0 §4 to §6).
    private static byte[] Bundle(ECDsa key, byte[] file)
    {
        var digest = SHA256.HashData(file);
        var statement = Encoding.UTF8.GetBytes($$"""
            { "_type": "https://in-toto.io/Statement/v1", "subject": [ { "name": "m", "digest": { "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(digest))}}" } } ],
              "predicateType": "https://model_signing/signature/v1.0",
              "predicate": { "resources": [ { "name": "a.gguf", "algorithm": "sha256", "digest": "{{Convert.ToHexStringLower(digest)}}" } ], "serialization": { "method": "files", "hash_type": "sha256", "allow_symlinks": false } } }
            """);
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 28 application/vnd.in-toto+json {statement.Length} ")), .. statement];
        var signature = key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var hint = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n")));
        return Encoding.UTF8.GetBytes($$"""
            { "mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json", "verificationMaterial": { "publicKey": { "hint": "{{hint}}" } },
              "dsseEnvelope": { "payload": "{{Convert.ToBase64String(statement)}}", "payloadType": "application/vnd.in-toto+json", "signatures": [ { "sig": "{{Convert.ToBase64String(signature)}}" } ] } }
            """);
    }
}
