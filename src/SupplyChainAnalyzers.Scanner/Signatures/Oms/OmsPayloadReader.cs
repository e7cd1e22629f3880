using System.Globalization;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.InToto;

namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>
/// Reads the signed statement about a model, after its signature was verified. The signer is trusted with the content, not with
/// our disk: a name that leads out of the model, or two that are one, are refused all the same.
/// </summary>
internal static class OmsPayloadReader
{
    public const string PredicateType = "https://model_signing/signature/v1.0";
    private const string LegacyPredicateType = "https://model_signing/Digests/v0.1";
    private const int MaxResources = 1_000_000;

    /// <param name="payload">The payload of the envelope.</param>
    /// <param name="legacy">Whether the form of version 0.2, which lists files as subjects, is taken as well.</param>
    /// <exception cref="SignatureException">It is no statement about a model.</exception>
    public static OmsManifest Read(byte[] payload, bool legacy)
    {
        var statement = StatementReader.Read(payload, onlyVersion1: true);
        if (legacy && statement.PredicateType == LegacyPredicateType)
            return Legacy(statement);
        if (statement.PredicateType != PredicateType)
            throw ProtoJson.Malformed($"its statement is a '{Printable.Of(statement.PredicateType)}', not one about a model ({PredicateType})");
        if (statement.Subjects is not [var subject])
            throw ProtoJson.Malformed($"its statement has {statement.Subjects.Count} subjects where there must be exactly one");
        if (statement.Predicate is not { Kind: JsonKind.Object } predicate)
            throw ProtoJson.Malformed("its statement has no predicate");

        var manifest = Serialization(ProtoJson.Object(predicate, "serialization"), subject.Name);
        manifest = manifest with { Resources = Resources(ProtoJson.Array(predicate, "resources", MaxResources), manifest) };
        CheckRoot(subject, manifest);
        return manifest;
    }

    private static OmsManifest Serialization(JsonNode node, string model)
    {
        var method = ProtoJson.Text(node, "method");
        var name = ProtoJson.Text(node, "hash_type");
        var hash = OmsHashes.Find(name) ?? throw ProtoJson.Malformed($"its files are hashed with '{Printable.Of(name)}', which is none of sha256, blake2b, blake3");
        var shards = method switch
        {
            "files" => default(long?),
            "shards" => ShardSize(ProtoJson.Optional(node, "shard_size")),
            _ => throw ProtoJson.Malformed($"its files are serialized as '{Printable.Of(method)}', which is none of files, shards"),
        };
        return new OmsManifest
        {
            ModelName = model,
            Resources = [],
            Hash = hash,
            ShardSize = shards,
            AllowsLinks = ProtoJson.Optional(node, "allow_symlinks") is { Kind: JsonKind.True },
            IgnoredPaths = [.. ProtoJson.Array(node, "ignore_paths").Select(static path => path.StringValue ?? throw ProtoJson.Malformed("an ignored path is no string"))],
        };
    }

    // The reference writes 1000.0: its numbers pass through a protobuf Struct.
    private static long ShardSize(JsonNode? node) =>
        double.TryParse(node?.NumberText, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 1L << 53 && size == Math.Floor(size)
            ? (long)size
            : throw ProtoJson.Malformed("its shard_size is not a whole number above zero");

    private static List<OmsResource> Resources(IReadOnlyList<JsonNode> nodes, OmsManifest manifest)
    {
        if (nodes.Count == 0)
            throw ProtoJson.Malformed("its statement lists no file");

        var names = new HashSet<string>(StringComparer.Ordinal);
        var resources = new List<OmsResource>(nodes.Count);
        foreach (var node in nodes)
        {
            var name = ProtoJson.Text(node, "name");
            if (!names.Add(name))
                throw ProtoJson.Malformed($"its statement lists '{Printable.Of(name)}' twice");

            var digest = Digest(ProtoJson.Text(node, "digest"), OmsHashes.Size(manifest.Hash), name);
            CheckAlgorithm(ProtoJson.Text(node, "algorithm"), manifest, name);
            resources.Add(manifest.ShardSize is null ? new OmsResource(OmsPaths.Checked(name, mayBeModel: nodes.Count == 1), digest) : OmsPaths.Shard(name, digest));
        }

        return resources;
    }

    // The reference writes "sha256-sharded-1000" for parts, the specification "sha256".
    private static void CheckAlgorithm(string algorithm, OmsManifest manifest, string name)
    {
        var sharded = manifest.ShardSize is { } size ? "-sharded-" + size.ToString(CultureInfo.InvariantCulture) : "";
        var plain = sharded.Length > 0 && algorithm.EndsWith(sharded, StringComparison.Ordinal) ? algorithm[..^sharded.Length] : algorithm;
        if (OmsHashes.Find(plain) != manifest.Hash)
            throw ProtoJson.Malformed($"'{Printable.Of(name)}' is hashed with '{Printable.Of(algorithm)}', the statement as a whole is not");
    }

    private static byte[] Digest(string hex, int size, string name) =>
        Hex.Is(hex, 2 * size) ? Convert.FromHexString(hex) : throw ProtoJson.Malformed($"the digest of '{Printable.Of(name)}' is not {2 * size} lower-case hex digits");

    // §6.5: SHA-256 over the digests as they stand; their order is the signer's.
    private static void CheckRoot(StatementSubject subject, OmsManifest manifest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var resource in manifest.Resources)
            hash.AppendData(resource.Digest);

        if (!subject.Digests.TryGetValue("sha256", out var root) || root != Hex.Of(hash.GetHashAndReset()))
            throw ProtoJson.Malformed("the digest of its subject is not that of the files it lists");
    }

    private static OmsManifest Legacy(Statement statement)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var resources = statement.Subjects.Select(subject => names.Add(subject.Name)
            ? new OmsResource(OmsPaths.Checked(subject.Name, mayBeModel: statement.Subjects.Count == 1), Digest(subject.Digests.GetValueOrDefault("sha256") ?? "", 32, subject.Name))
            : throw ProtoJson.Malformed($"its statement lists '{Printable.Of(subject.Name)}' twice")).ToArray();
        return resources.Length > 0 ? new OmsManifest { ModelName = "", Resources = resources, Hash = OmsHash.Sha256 } : throw ProtoJson.Malformed("its statement lists no file");
    }
}
