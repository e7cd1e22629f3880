using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Members;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Reading;

/// <summary>Reads one file, without the files it extends.</summary>
internal static class PolicyDocumentReader
{
    /// <summary>16 levels are three times what the format needs; no text of that length has more values.</summary>
    public static readonly JsonLimits Limits = new() { MaxLength = PolicyReader.MaxBytes, MaxDepth = 16, MaxNodes = PolicyReader.MaxBytes };

    private const string Schema = "$schema";
    private const string Version = "policyVersion";
    private const string Extends = "extends";

    private static readonly DocumentRules ErrorRules = new()
    {
        Unreadable = Rules.PolicyUnreadable,
        Syntax = Rules.PolicySyntax,
        Version = Rules.PolicyVersion,
        Duplicate = Rules.PolicyDuplicate,
        UnknownMember = Rules.PolicyUnknownMember,
        Value = Rules.PolicyValue,
        Limit = Rules.PolicyLimit,
        Conflict = Rules.PolicyConflict,
        Restore = "mend this place, or restore the file from git",
        Resolve = "resolve the conflict, and keep the stricter side if in doubt",
        Shrink = "shorten the file: patterns replace long lists",
    };

    private static readonly Shape RootShape = new("a policy", [], [Schema, Version, Extends, .. PolicyMembers.Root.Select(static member => member.Name)]);

    /// <summary>The document, or null and the reasons.</summary>
    public static PolicyDocument? Read(byte[] utf8, string path, out IReadOnlyList<Finding> errors)
    {
        var collected = new DocumentErrors(path, ErrorRules);
        var document = Read(JsonReader.Parse(utf8, Limits), new PolicySource(path, collected));
        errors = collected.ToList();
        return errors.Count == 0 ? document : null;
    }

    private static PolicyDocument? Read(JsonParseResult parsed, PolicySource source)
    {
        source.Errors.Add(parsed.Errors);
        if (parsed.Root is not { } root) return null;

        // A newer version may have members that this reader does not know: say that, and nothing else.
        if (root.Kind == JsonKind.Object && !IsVersionKnown(root, source)) return null;
        if (ShapedObject.Open(root, RootShape, TextRegion.Start, source.Errors) is not { } opened) return null;

        if (opened.Member(Schema) is { } schema) source.Text(schema.Value, Schema);
        var bases = opened.Member(Extends) is { } extends ? ReadBases(extends.Value, source) : [];
        var policy = PolicyMembers.Root.Aggregate(
            new ModelsPolicy(),
            (section, member) => opened.Member(member.Name) is { } found ? member.Read(section, found, source) : section);
        CheckAdvisories(policy.Advisories, source);
        return new PolicyDocument(policy, bases);
    }

    private static bool IsVersionKnown(JsonNode root, PolicySource source)
    {
        const string Known = "1";
        if (root.Find(Version) is not { } version)
        {
            source.Errors.Add(Rules.PolicyVersion, $"'{Version}' is missing; write \"{Version}\": {Known}", TextRegion.Start);
            return false;
        }

        if (version.NumberText == Known) return true;
        string found = version.NumberText is { } number ? Printable.Of(number) : Kinds.Of(version);
        source.Errors.Add(Rules.PolicyVersion, $"'{Version}' is {found}, this build reads {Known}; update the package SupplyChainAnalyzers, or write {Known}", version.Region);
        return false;
    }

    private static List<Setting<string>> ReadBases(JsonNode node, PolicySource source)
    {
        var bases = new List<Setting<string>>();
        foreach (var item in source.Items(node, Extends) ?? [])
        {
            if (source.FilePath(item, Extends) is { } path) bases.Add(new Setting<string>(path, source.Place(item.Region)));
        }

        return bases;
    }

    // A list that is not pinned is whatever someone last wrote into it.
    private static void CheckAdvisories(AdvisoriesPolicy advisories, PolicySource source)
    {
        if (advisories.File is { } file && advisories.Sha256 is null)
            source.Errors.Add(Rules.PolicyValue, "'advisories.file' needs 'advisories.sha256' beside it: the list is pinned", file.Place.Region);
        if (advisories.Sha256 is { } digest && advisories.File is null)
            source.Errors.Add(Rules.PolicyValue, "'advisories.sha256' needs 'advisories.file' beside it", digest.Place.Region);
    }
}
