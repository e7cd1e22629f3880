using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;

namespace SupplyChainAnalyzers.Scanner.Signatures.InToto;

/// <summary>Reads a statement, after its signature was verified.</summary>
internal static class StatementReader
{
    private const string Version1 = "https://in-toto.io/Statement/v1";
    private const string Version01 = "https://in-toto.io/Statement/v0.1";

    /// <exception cref="SignatureException">It is none.</exception>
    public static Statement Read(byte[] payload, bool onlyVersion1 = false)
    {
        var root = ProtoJson.ReadObject(payload, "its signed statement");
        var type = ProtoJson.Text(root, "_type");
        if (type != Version1 && (onlyVersion1 || type != Version01))
            throw ProtoJson.Malformed($"its payload is of type '{Printable.Of(type)}', not an in-toto statement of version 1");

        return new Statement(
            [.. ProtoJson.Array(root, "subject", 1_000_000).Select(Subject)],
            ProtoJson.Text(root, "predicateType"),
            ProtoJson.Optional(root, "predicate"));
    }

    private static StatementSubject Subject(JsonNode subject)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var digest in ProtoJson.Object(subject, "digest").Members)
            digests.Add(digest.Name, digest.Value.StringValue ?? throw ProtoJson.Malformed("a digest of its subject is no string"));

        return new StatementSubject(ProtoJson.OptionalText(subject, "name") ?? "", digests);
    }
}
