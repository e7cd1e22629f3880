using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.InToto;

namespace SupplyChainAnalyzers.Scanner.Signatures.Provenance;

/// <summary>Reads SLSA provenance, after its signature was verified.</summary>
internal static class SlsaReader
{
    /// <summary>A build that is asked more than that has another problem.</summary>
    private const int MaxParameters = 10_000;

    private const int MaxDependencies = 100_000;
    private const string Git = "git+";

    /// <exception cref="SignatureException">It is none, or of another version.</exception>
    public static SlsaProvenance Read(Statement statement)
    {
        if (statement.PredicateType != SlsaProvenance.PredicateType)
            throw new SignatureException(SignatureFault.Provenance, $"is a statement of type '{Printable.Of(statement.PredicateType)}', not SLSA provenance 1.0 ({SlsaProvenance.PredicateType}), so nothing is known of the build");
        if (statement.Predicate is not { Kind: JsonKind.Object } predicate)
            throw ProtoJson.Malformed("its statement has no predicate");

        var definition = ProtoJson.Object(predicate, "buildDefinition");
        var run = ProtoJson.Object(predicate, "runDetails");
        var parameters = ProtoJson.Object(definition, "externalParameters");
        var dependencies = ProtoJson.Array(definition, "resolvedDependencies", MaxDependencies).Select(static dependency => ProtoJson.OptionalText(dependency, "uri") ?? "").ToArray();
        var flat = new List<string>();
        Flatten(parameters, "", flat);
        return new SlsaProvenance(
            ProtoJson.Text(ProtoJson.Object(run, "builder"), "id"),
            ProtoJson.Text(definition, "buildType"),
            flat,
            Sources(parameters, dependencies),
            dependencies,
            ProtoJson.Optional(run, "metadata") is { Kind: JsonKind.Object } metadata ? ProtoJson.OptionalText(metadata, "invocationId") : null);
    }

    // What the build was told counts before what it says it has fetched: GitHub's workflow, or a source by itself.
    private static IReadOnlyList<string> Sources(JsonNode parameters, IReadOnlyList<string> dependencies) => parameters.Find("workflow") is { Kind: JsonKind.Object } workflow
        ? [Git + ProtoJson.Text(workflow, "repository") + "@" + ProtoJson.Text(workflow, "ref")]
        : parameters.Find("source") switch
        {
            { StringValue: { } address } => [address],
            { Kind: JsonKind.Object } source => [ProtoJson.Text(source, "uri")],
            _ => [.. dependencies.Where(static address => address.StartsWith(Git, StringComparison.Ordinal))],
        };

    private static void Flatten(JsonNode node, string path, List<string> into)
    {
        if (into.Count > MaxParameters)
            throw ProtoJson.Malformed($"its provenance has more than {MaxParameters} external parameters");

        switch (node.Kind)
        {
            case JsonKind.Object:
                foreach (var member in node.Members)
                    Flatten(member.Value, path.Length == 0 ? member.Name : path + "." + member.Name, into);
                break;
            case JsonKind.Array:
                for (var i = 0; i < node.Items.Count; i++)
                    Flatten(node.Items[i], FormattableString.Invariant($"{path}.{i}"), into);
                break;
            default:
                into.Add(path + "=" + (node.StringValue ?? node.NumberText ?? node.Kind.ToString().ToLowerInvariant()));
                break;
        }
    }
}
