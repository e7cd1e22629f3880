using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Output.Sarif;

/// <summary>A catalogue that rules refer to (SARIF 2.1.0, 3.14.8 and 3.19.3). The guid is ours and stays: consumers join by it.</summary>
internal sealed record SarifTaxonomy(string Name, string Version, string Guid, string Organization, string Page, Func<Taxa, IEnumerable<string>> Ids)
{
    /// <summary>In the order of <c>taxonomies</c>.</summary>
    public static readonly SarifTaxonomy[] All =
    [
        new("MITRE ATLAS", "5.6.0", "5b1e4a52-6c57-4f0e-9a39-0c2a4f3d9b11", "MITRE", "https://atlas.mitre.org", static taxa => taxa.Atlas),
        new("OWASP LLM", "2025", "b7d3f1f0-7d6f-4c36-8a5b-3b6f0f6f1a22", "OWASP", "https://genai.owasp.org/llm-top-10/", static taxa => taxa.Owasp.Where(IsLlm)),
        new("OWASP ML", "2023", "0f3f6a0d-52b7-4f7e-8a36-7a1f3c1f6b0e", "OWASP", "https://owasp.org/www-project-machine-learning-security-top-10/", static taxa => taxa.Owasp.Where(static id => !IsLlm(id))),
        new("CWE", "4.18", "25f72d7e-8a92-459d-ad67-64853f788765", "MITRE", "https://cwe.mitre.org", static taxa => taxa.Cwe.Select(TaxonNames.OfCwe)),
    ];

    /// <summary>Writes the catalogue with the entries that <paramref name="rules"/> use.</summary>
    public void Write(JsonWriter json, IReadOnlyList<Rule> rules)
    {
        json.BeginObject()
            .Member("name", Name).Member("version", Version).Member("guid", Guid).Member("organization", Organization)
            .Member("informationUri", Page).Member("isComprehensive", false)
            .Name("taxa").BeginArray();
        foreach (var id in rules.SelectMany(rule => Ids(rule.Taxa)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            json.BeginObject(inline: true).Member("id", Bare(id)).Member("name", TaxonNames.Of(id)).Member("helpUri", TaxonNames.PageOf(id)).EndObject();
        json.EndArray().EndObject();
    }

    /// <summary>Writes what a rule has to do with entries of this catalogue.</summary>
    public void WriteRelationships(JsonWriter json, Rule rule)
    {
        foreach (var id in Ids(rule.Taxa))
        {
            json.BeginObject(inline: true).Name("target").BeginObject().Member("id", Bare(id));
            WriteReference(json.Name("toolComponent"));
            json.EndObject().Name("kinds").BeginArray().String("relevant").EndArray().EndObject();
        }
    }

    /// <summary>Writes a reference to the catalogue itself.</summary>
    public void WriteReference(JsonWriter json) =>
        json.BeginObject(inline: true).Member("name", Name).Member("index", (long?)Array.IndexOf(All, this)).Member("guid", Guid).EndObject();

    // In its own catalogue a weakness is a number.
    private static string Bare(string id) => id.StartsWith("CWE-", StringComparison.Ordinal) ? id["CWE-".Length..] : id;

    private static bool IsLlm(string id) => id.StartsWith("LLM", StringComparison.Ordinal);
}
