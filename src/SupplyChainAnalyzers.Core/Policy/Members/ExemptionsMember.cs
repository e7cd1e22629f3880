using System.Globalization;
using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary><c>exemptions</c>: a base that states none grants none.</summary>
internal sealed class ExemptionsMember() : OwnedMapMember<ModelsPolicy, Exemption>(
    "exemptions", static policy => policy.Exemptions, static (policy, value) => policy with { Exemptions = value })
{
    private const string Separator = "@sha256:";
    private const int DigestLength = 64;

    private static readonly string[] Needed = ["reason", "author", "reviewer", "expires"];
    private static readonly Shape Shape = new("an exemption", [], Needed);

    protected override bool Owns(ModelsPolicy floor) => true;

    // It grants, it demands nothing.
    protected override bool IsDemand(IReadOnlyDictionary<string, Exemption> value) => false;

    protected override string? ReadKey(JsonMember member, PolicySource source)
    {
        string? reason = Refuse(member.Name);
        if (reason is null) return member.Name;
        source.Errors.Add(Rules.ExemptionInvalid, $"The exemption '{Printable.Of(member.Name)}' {reason}", member.NameRegion);
        return null;
    }

    protected override Exemption? ReadEntry(string key, JsonMember member, PolicySource source)
    {
        if (ShapedObject.Open(member.Value, Shape, member.NameRegion, source.Errors) is not { } entry) return null;

        var texts = new string?[Needed.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            if (entry.Member(Needed[i]) is { } found) texts[i] = source.Text(found.Value, "exemptions." + Needed[i]);
            else source.Errors.Add(Rules.ExemptionInvalid, $"The exemption '{Printable.Of(key)}' has no '{Needed[i]}'; it needs {string.Join(", ", Needed)}", member.NameRegion);
        }

        if (texts[0] is not { } reason || texts[1] is not { } author || texts[2] is not { } reviewer || texts[3] is not { } expires) return null;
        if (!DateTime.TryParseExact(expires, Exemption.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            source.Wrong(entry.Member("expires")!.Value.Value, $"'exemptions.expires' is '{Printable.Of(expires)}', which is no day; write 2026-06-30");
            return null;
        }

        if (string.Equals(author.Trim(), reviewer.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            source.Errors.Add(Rules.ExemptionInvalid, $"The exemption '{Printable.Of(key)}' is reviewed by its own author '{Printable.Of(author)}'; name a second person", entry.Member("reviewer")!.Value.Value.Region);
            return null;
        }

        int at = key.IndexOf(Separator, StringComparison.Ordinal) + Separator.Length;
        return new Exemption
        {
            Rule = Rules.Find(key.Substring(0, at - Separator.Length))!,
            Sha256 = key.Substring(at, DigestLength),
            Symbol = key.Length == at + DigestLength ? null : key.Substring(at + DigestLength + 1),
            Reason = reason,
            Author = author,
            Reviewer = reviewer,
            Expires = day,
            Place = source.Place(member.NameRegion),
        };
    }

    protected override string? WhyWider(Exemption wide, Exemption narrow) => narrow.Expires > wide.Expires ? "holds longer" : null;

    protected override PolicyPlace PlaceOf(Exemption entry) => entry.Place;

    protected override void WriteEntry(Exemption entry, JsonWriter writer, string file) => writer.BeginObject()
        .Member("reason", entry.Reason)
        .Member("author", entry.Author)
        .Member("reviewer", entry.Reviewer)
        .Member("expires", entry.LastDay)
        .EndObject();

    private static string? Refuse(string key)
    {
        int at = key.IndexOf(Separator, StringComparison.Ordinal);
        string digest = at < 0 ? "" : key.Substring(at + Separator.Length);
        if (digest.Length > DigestLength + 1 && digest[DigestLength] == Exemption.SymbolSeparator) digest = digest.Remove(DigestLength);
        if (!Hex.Is(digest, DigestLength))
            return $"is not bound to a rule and a digest; write {Rules.CodeFormat.Id}{Separator} and 64 lower-case hex digits";

        var rule = Rules.Find(key.Substring(0, at));
        if (rule is null) return "names a rule that does not exist; correct the number";
        return rule.CanBeExempted ? null : $"covers {rule.Id}, which no exemption can: {rule.Title}; mend the cause";
    }
}
