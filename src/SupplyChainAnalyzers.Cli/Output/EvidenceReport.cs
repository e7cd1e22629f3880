using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>What <c>models verify --explain</c> prints: who vouches for each model, in words.</summary>
internal static class EvidenceReport
{
    /// <summary>A paragraph a model.</summary>
    public static IEnumerable<string> Text(IReadOnlyList<ModelEvidence> evidence)
    {
        foreach (var model in evidence)
        {
            yield return $"{Printable.Of(model.Model)} ({Printable.Of(model.PackageUrl)})";
            if (model.Bundles.Count == 0)
                yield return "  nobody: no signature was verified, the digests in models.lock stand alone";

            foreach (var bundle in model.Bundles)
            {
                yield return $"  {(bundle.IsAttestation ? "attestation" : "signature")} {bundle.Bundle}: {Words(bundle.State)}";
                foreach (var fact in bundle.Facts)
                    yield return $"    {fact.Key}: {fact.Value}";
            }
        }
    }

    /// <summary>Member <c>evidence</c>, where there is any.</summary>
    public static void Write(JsonWriter json, IReadOnlyList<ModelEvidence> evidence)
    {
        if (evidence.Count == 0)
            return;

        json.Name("evidence").BeginArray();
        foreach (var model in evidence)
        {
            json.BeginObject().Member("model", model.Model).Member("package", model.PackageUrl).Name("bundles").BeginArray();
            foreach (var bundle in model.Bundles)
            {
                json.BeginObject().Member("bundle", bundle.Bundle).Member("kind", bundle.IsAttestation ? "attestation" : "signature").Member("state", bundle.State.ToString().ToLowerInvariant()).Name("facts").BeginObject();
                foreach (var fact in bundle.Facts.GroupBy(static fact => fact.Key))
                    json.Member(fact.Key, string.Join("; ", fact.Select(static value => value.Value)));
                json.EndObject().EndObject();
            }

            json.EndArray().EndObject();
        }

        json.EndArray();
    }

    private static string Words(EvidenceState state) => state switch
    {
        EvidenceState.Trusted => "valid, of a signer whom the policy trusts",
        EvidenceState.Intact => "intact, but no policy says whose signature counts",
        _ => "refused, see above",
    };
}
