using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary><c>approvals.reviewers</c>.</summary>
internal sealed class ReviewersMember() : OwnedMapMember<ApprovalsPolicy, Reviewer>(
    "approvals.reviewers", static section => section.Reviewers, static (section, value) => section with { Reviewers = value })
{
    protected override bool Owns(ApprovalsPolicy floor) => floor.Reviewers is not null || floor.Required?.Value > 0;

    // Not a demand by itself: the number of approvals is one.
    protected override bool IsDemand(IReadOnlyDictionary<string, Reviewer> value) => false;

    protected override Reviewer? ReadEntry(string key, JsonMember member, PolicySource source) =>
        source.FilePath(member.Value, Path) is { } path ? new Reviewer(path, source.Place(member.NameRegion)) : null;

    protected override string? WhyWider(Reviewer wide, Reviewer narrow) => wide.KeyPath == narrow.KeyPath ? null : "has another key";

    protected override PolicyPlace PlaceOf(Reviewer entry) => entry.Place;

    protected override void WriteEntry(Reviewer entry, JsonWriter writer, string file) => writer.String(PolicyPaths.Relative(file, entry.KeyPath));
}
