using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using SupplyChainAnalyzers.Core.Signing;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;
using PublicKey = SupplyChainAnalyzers.Scanner.Signatures.Keys.PublicKey;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>
/// A small model and a signer. Statement and bundle can be changed before they are signed, so that a negative test fails for the
/// reason it is about and not because the signature doesn't fit any more.
/// </summary>
internal sealed class SignedModel : IModelContent, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal)
    {
        ["config.json"] = "{}"u8.ToArray(),
        ["weights/a.bin"] = [1, 2, 3],
        ["weights/b.bin"] = [4],
    };

    public SignedModel() => Statement = StatementOf(_files.Keys);

    /// <summary>What will be signed.</summary>
    public JsonObject Statement { get; set; }

    /// <summary>Changes the bundle after signing.</summary>
    public Action<JsonObject> Change { get; set; } = static _ => { };

    public string PayloadType { get; set; } = PreAuthenticationEncoding.InToto;

    /// <summary>With it the bundle holds a certificate chain.</summary>
    public IReadOnlyList<X509Certificate2>? Certificates { get; set; }

    public ECDsa SigningKey { get; set; } = null!;

    public bool IsSingleFile => false;

    public List<ModelItem> Strange { get; } = [];

    public IReadOnlyList<ModelItem> Items => [.. _files.Select(static file => new ModelItem(file.Key, file.Value.Length, ModelItemKind.File)), .. Strange];

    public PublicKey Key => PublicKey.FromSpki(_key.ExportSubjectPublicKeyInfo());

    public JsonObject Predicate => Statement["predicate"]!.AsObject();

    public JsonArray Resources => Predicate["resources"]!.AsArray();

    public byte[] this[string path]
    {
        set => _files[path] = value;
    }

    /// <summary>Puts its files on the disk.</summary>
    public IReadOnlyDictionary<string, byte[]> Write(string folder)
    {
        foreach (var (path, content) in _files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllBytes(Path.Combine(folder, path), content);
        }

        return _files;
    }

    public void Remove(string path) => _files.Remove(path);

    public byte[] Digest(string path, OmsHash hash, long start = 0, long? end = null) =>
        OmsHashes.Compute(hash, new MemoryStream(_files[path][(int)start..(int)(end ?? _files[path].Length)]), long.MaxValue);

    /// <summary>A statement over these files as they are now.</summary>
    public JsonObject StatementOf(IEnumerable<string> paths, OmsHash hash = OmsHash.Sha256)
    {
        var name = hash.ToString().ToLowerInvariant();
        var resources = new JsonArray([.. paths.Select(path => new JsonObject { ["name"] = path, ["algorithm"] = name, ["digest"] = Convert.ToHexStringLower(Digest(path, hash)) })]);
        var statement = new JsonObject
        {
            ["_type"] = "https://in-toto.io/Statement/v1",
            ["subject"] = new JsonArray(new JsonObject { ["name"] = "model", ["digest"] = new JsonObject { ["sha256"] = "" } }),
            ["predicateType"] = OmsPayloadReader.PredicateType,
            ["predicate"] = new JsonObject
            {
                ["resources"] = resources,
                ["serialization"] = new JsonObject { ["method"] = "files", ["hash_type"] = name, ["allow_symlinks"] = false },
            },
        };
        return WithRoot(statement);
    }

    /// <summary>Makes the digest of the subject fit the resources again.</summary>
    public static JsonObject WithRoot(JsonObject statement)
    {
        byte[] digests = [.. statement["predicate"]!["resources"]!.AsArray().SelectMany(static resource => Convert.FromHexString(resource!["digest"]!.GetValue<string>()))];
        statement["subject"]![0]!["digest"]!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(digests));
        return statement;
    }

    public byte[] Bundle()
    {
        var payload = Encoding.UTF8.GetBytes(Statement.ToJsonString());
        var hash = Key.Hash;
        var signature = (SigningKey ?? _key).SignData(PreAuthenticationEncoding.Of(PayloadType, payload), hash, DSASignatureFormat.Rfc3279DerSequence);
        var material = Certificates is null
            ? new JsonObject { ["publicKey"] = new JsonObject { ["hint"] = KeyFingerprint.Of(Key.Spki) } }
            : new JsonObject { ["x509CertificateChain"] = new JsonObject { ["certificates"] = new JsonArray([.. Certificates.Select(static certificate => new JsonObject { ["rawBytes"] = Convert.ToBase64String(certificate.RawData) })]) } };
        var bundle = new JsonObject
        {
            ["mediaType"] = "application/vnd.dev.sigstore.bundle.v0.3+json",
            ["verificationMaterial"] = material,
            ["dsseEnvelope"] = new JsonObject
            {
                ["payload"] = Convert.ToBase64String(payload),
                ["payloadType"] = PayloadType,
                ["signatures"] = new JsonArray(new JsonObject { ["sig"] = Convert.ToBase64String(signature), ["keyid"] = "" }),
            },
        };
        Change(bundle);
        return Encoding.UTF8.GetBytes(bundle.ToJsonString());
    }

    public OmsResult Verify(OmsOptions? options = null, ISignerTrust? trust = null) => OmsVerifier.Verify(BundleReader.Read(Bundle()), trust ?? new KeyTrust(Key), this, options ?? new OmsOptions());

    public void Dispose() => _key.Dispose();
}
