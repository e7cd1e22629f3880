using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy.Reading;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary><c>frameworks.minimum</c>: joined with the bases', where the higher version counts.</summary>
internal sealed class MinimumVersionsMember() : MapMember<FrameworksPolicy, MinimumVersion>(
    "frameworks.minimum", static section => section.Minimum, static (section, value) => section with { Minimum = value })
{
    protected override bool IsJoined => true;

    public override void CheckTightens(FrameworksPolicy section, FrameworksPolicy floor, LooseningReport report)
    {
        foreach (var pair in Get(floor)?.Value ?? new OrdinalMap<MinimumVersion>([]))
        {
            if (Get(section)?.Value.TryGetValue(pair.Key, out var own) == true && own.Version < pair.Value.Version)
                report.Add(own.Place, $"{Path} of '{Printable.Of(own.Package)}' is {own.Version}, less than {pair.Value.Version}", pair.Value.Place, $"remove it or write '{pair.Value.Version}'");
        }
    }

    protected override Setting<IReadOnlyDictionary<string, MinimumVersion>> Both(
        Setting<IReadOnlyDictionary<string, MinimumVersion>> first, Setting<IReadOnlyDictionary<string, MinimumVersion>> second)
    {
        var joined = first.Value.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        foreach (var pair in second.Value)
        {
            if (!joined.TryGetValue(pair.Key, out var own) || own.Version < pair.Value.Version) joined[pair.Key] = pair.Value;
        }

        return first with { Value = new OrdinalMap<MinimumVersion>(joined) };
    }

    protected override string? ReadKey(JsonMember member, PolicySource source)
    {
        string? key = PackageKey.Of(member.Name);
        if (key is null) source.Errors.Add(Rules.PolicyValue, $"'{Printable.Of(member.Name)}' is no package; write pypi/NAME or nuget/NAME", member.NameRegion);
        return key;
    }

    protected override string NameOf(string key, MinimumVersion entry) => entry.Package;

    protected override MinimumVersion? ReadEntry(string key, JsonMember member, PolicySource source)
    {
        if (source.Text(member.Value, Path) is not { } text) return null;
        if (DottedVersion.Parse(text) is { } version) return new MinimumVersion(member.Name, version, source.Place(member.Value.Region));
        source.Wrong(member.Value, $"'{Printable.Of(text)}' is no release version; write 1 to 4 numbers with dots, such as 2.6.0");
        return null;
    }

    protected override void WriteEntry(MinimumVersion entry, JsonWriter writer, string file) => writer.String(entry.Version.ToString());
}
