using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>An object with members of its own.</summary>
internal sealed class SectionMember<TParent, TSection>(
    string path, Func<TParent, TSection> get, Func<TParent, TSection, TParent> set, IReadOnlyList<PolicyMember<TSection>> members)
    : PolicyMember<TParent>(path)
{
    private readonly Shape _shape = new($"'{path}'", [], [.. members.Select(static member => member.Name)]);

    public override bool IsChecked => members.All(static member => member.IsChecked);

    public override IReadOnlyList<IPolicyMember> Members => members;

    public override TParent Read(TParent parent, JsonMember member, PolicySource source) =>
        ShapedObject.Open(member.Value, _shape, member.NameRegion, source.Errors) is { } opened
            ? set(parent, members.Aggregate(get(parent), (section, next) => opened.Member(next.Name) is { } found ? next.Read(section, found, source) : section))
            : parent;

    public override TParent Inherit(TParent child, IReadOnlyList<TParent> bases)
    {
        TSection[] sections = [.. bases.Select(get)];
        return set(child, members.Aggregate(get(child), (section, member) => member.Inherit(section, sections)));
    }

    public override void CheckTightens(TParent section, TParent floor, LooseningReport report)
    {
        foreach (var member in members) member.CheckTightens(get(section), get(floor), report);
    }

    public override void Write(TParent section, JsonWriter writer, string file)
    {
        // Members that are not stated leave no trace, so whether there is any is known only afterwards.
        var probe = JsonWriter.Compact().BeginObject();
        foreach (var member in members) member.Write(get(section), probe, file);
        if (probe.EndObject().ToString() == "{}") return;

        writer.Name(Name).BeginObject();
        foreach (var member in members) member.Write(get(section), writer, file);
        writer.EndObject();
    }

    public override IEnumerable<UnmetDemand> Unmet(TParent section) => members.SelectMany(member => member.Unmet(get(section)));
}
