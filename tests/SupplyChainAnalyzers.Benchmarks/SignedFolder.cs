using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SupplyChainAnalyzers.Core.Signing;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>A file of noise, signed, with a lock and a policy that trusts its key; gone when disposed.</summary>
internal sealed class SignedFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("models-bench-").FullName;

    public SignedFolder(int size)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "m"));
        var noise = new byte[size];
        new Random(1).NextBytes(noise);
        noise[0] = 0; // of no format, so that nothing looks inside
        File.WriteAllBytes(Model, noise);
        var digest = Convert.ToHexStringLower(SHA256.HashData(noise));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(Key, key.ExportSubjectPublicKeyInfoPem());
        File.WriteAllBytes(Bundle, Sign(key, digest));
        File.WriteAllText(LockPath, string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "lockVersion": 1, "models": { "m": { "path": "m", "signature": { "type": "oms", "bundle": "model.sig" }, "files": { "w.bin": { "sha256": "{{digest}}", "size": {{size}}, "format": "raw" } } } } }"""));
        File.WriteAllText(
            Path.Combine(_folder, "models.policy.json"),
            """{ "policyVersion": 1, "signatures": { "require": "always", "trusted": { "us": { "for": ["pkg:generic/*"], "method": "key", "keys": ["key.pem"] } } } }""");
    }

    public string Model => Path.Combine(_folder, "m", "w.bin");

    public string Bundle => Path.Combine(_folder, "m", "model.sig");

    public string Key => Path.Combine(_folder, "key.pem");

    public string LockPath => Path.Combine(_folder, "models.lock");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Sign(ECDsa key, string digest)
    {
        var root = Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(digest)));
        var statement = Encoding.UTF8.GetBytes($$"""
            { "_type": "https://in-toto.io/Statement/v1", "subject": [ { "name": "m", "digest": { "sha256": "{{root}}" } } ], "predicateType": "https://model_signing/signature/v1.0",
              "predicate": { "resources": [ { "name": "w.bin", "algorithm": "sha256", "digest": "{{digest}}" } ], "serialization": { "method": "files", "hash_type": "sha256", "allow_symlinks": false } } }
            """);
        var signature = key.SignData(PreAuthenticationEncoding.Of(PreAuthenticationEncoding.InToto, statement), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["mediaType"] = "application/vnd.dev.sigstore.bundle.v0.3+json",
            ["verificationMaterial"] = new JsonObject { ["publicKey"] = new JsonObject { ["hint"] = KeyFingerprint.Of(key.ExportSubjectPublicKeyInfo()) } },
            ["dsseEnvelope"] = new JsonObject
            {
                ["payload"] = Convert.ToBase64String(statement),
                ["payloadType"] = PreAuthenticationEncoding.InToto,
                ["signatures"] = new JsonArray(new JsonObject { ["sig"] = Convert.ToBase64String(signature) }),
            },
        }.ToJsonString());
    }
}
