using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary><c>sources.allow</c>: it has an effect only where sources are denied by default.</summary>
internal sealed class SourceAllowMember() : AllowListMember<SourcesPolicy, SourcePattern>(
    "sources.allow", static section => section.Allow, static (section, value) => section with { Allow = value })
{
    private const string Orgs = "sources.allow.orgs";
    private const string Repos = "sources.allow.repos";
    private const string Host = "sources.allow.host";

    private static readonly Shape Shape = new("an entry of 'sources.allow'", ["type"], ["orgs", "repos", "host"]);
    private static readonly PolicyWords<SourceType> Types = new("huggingface", "oci", "ollama", "github", "url", "local", "external");

    // Not a demand by itself: the default that it is an exception from is one.
    protected override bool IsDemand(IReadOnlyList<SourcePattern> value) => false;

    protected override SourcePattern? ReadEntry(JsonNode node, PolicySource source)
    {
        if (ShapedObject.Open(node, Shape, node.Region, source.Errors) is not { } entry || entry.Member("type") is not { } type
            || !Types.TryRead(type.Value, "sources.allow.type", source, out var kind)) return null;

        var (orgs, repos, host) = (entry.Member("orgs")?.Value, entry.Member("repos")?.Value, entry.Member("host")?.Value);
        var pattern = new SourcePattern
        {
            Type = kind,
            Orgs = orgs is null ? null : source.Patterns(orgs, Orgs),
            Repos = repos is null ? null : source.Patterns(repos, Repos),
            Host = host is null ? null : source.Pattern(host, Host),
            Place = source.Place(node.Region),
        };

        // A part that is wrong was reported; without it the entry would be wider than it was meant.
        bool whole = (orgs is null) == (pattern.Orgs is null) && (repos is null) == (pattern.Repos is null) && (host is null) == (pattern.Host is null);
        return whole ? pattern : null;
    }

    protected override bool Covers(SourcePattern wide, SourcePattern narrow) =>
        wide.Type == narrow.Type
        && Covers(wide.Orgs, narrow.Orgs)
        && Covers(wide.Repos, narrow.Repos)
        && Covers(wide.Host is null ? null : [wide.Host], narrow.Host is null ? null : [narrow.Host]);

    protected override PolicyPlace PlaceOf(SourcePattern entry) => entry.Place;

    protected override string Show(SourcePattern entry) =>
        string.Join(" ", new[] { Types.Of(entry.Type), entry.Host?.Text, Join(entry.Orgs), Join(entry.Repos) }.OfType<string>());

    protected override void WriteEntry(SourcePattern entry, JsonWriter writer)
    {
        writer.BeginObject(inline: true).Member("type", Types.Of(entry.Type)).Member("host", entry.Host?.Text);
        Write(writer, "orgs", entry.Orgs);
        Write(writer, "repos", entry.Repos);
        writer.EndObject();
    }

    // Null is any.
    private static bool Covers(IReadOnlyList<PolicyPattern>? wide, IReadOnlyList<PolicyPattern>? narrow) =>
        wide is null || (narrow is not null && narrow.All(pattern => wide.Any(other => other.Covers(pattern))));

    private static string? Join(IReadOnlyList<PolicyPattern>? patterns) =>
        patterns is null ? null : string.Join(",", patterns.Select(static pattern => pattern.Text));

    private static void Write(JsonWriter writer, string name, IReadOnlyList<PolicyPattern>? patterns)
    {
        if (patterns is null) return;
        writer.Name(name).BeginArray();
        foreach (var pattern in patterns) writer.String(pattern.Text);
        writer.EndArray();
    }
}
