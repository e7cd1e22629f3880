using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SupplyChainAnalyzers.Core.Signing;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>SLSA provenance as GitHub writes it, signed by a key of one test. It can be changed before it is signed.</summary>
internal sealed class SlsaStatement : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SlsaStatement(params byte[][] files) => Json = new JsonObject
    {
        ["_type"] = "https://in-toto.io/Statement/v1",
        ["subject"] = new JsonArray([.. files.Select(static file => new JsonObject { ["name"] = "a file", ["digest"] = new JsonObject { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file)) } })]),
        ["predicateType"] = "https://slsa.dev/provenance/v1",
        ["predicate"] = JsonNode.Parse("""
            { "buildDefinition": {
                "buildType": "https://actions.github.io/buildtypes/workflow/v1",
                "externalParameters": { "workflow": { "ref": "refs/tags/v1", "repository": "https://github.com/acme/models", "path": ".github/workflows/train.yml" }, "inputs": { "epochs": 3, "clean": true } },
                "resolvedDependencies": [ { "uri": "git+https://github.com/acme/models@refs/tags/v1", "digest": { "gitCommit": "0000" } } ] },
              "runDetails": { "builder": { "id": "https://github.com/actions/runner/github-hosted" }, "metadata": { "invocationId": "https://github.com/acme/models/actions/runs/1" } } }
            """),
    };

    public JsonObject Json { get; }

    public byte[] PublicKey => _key.ExportSubjectPublicKeyInfo();

    public string KeyText => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>A bare envelope in one line, or a bundle around it.</summary>
    public byte[] Sign(bool bare = false)
    {
        var payload = Encoding.UTF8.GetBytes(Json.ToJsonString());
        var signature = _key.SignData(PreAuthenticationEncoding.Of(PreAuthenticationEncoding.InToto, payload), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var envelope = new JsonObject
        {
            ["payload"] = Convert.ToBase64String(payload),
            ["payloadType"] = PreAuthenticationEncoding.InToto,
            ["signatures"] = new JsonArray(new JsonObject { ["sig"] = Convert.ToBase64String(signature) }),
        };
        var written = bare ? envelope : new JsonObject
        {
            ["mediaType"] = "application/vnd.dev.sigstore.bundle.v0.3+json",
            ["verificationMaterial"] = new JsonObject { ["publicKey"] = new JsonObject { ["hint"] = "of another tool" } },
            ["dsseEnvelope"] = envelope,
        };
        return Encoding.UTF8.GetBytes(written.ToJsonString());
    }

    public void Dispose() => _key.Dispose();
}
