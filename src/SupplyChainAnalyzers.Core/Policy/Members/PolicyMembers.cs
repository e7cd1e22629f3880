using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>
/// The whole policy at a glance, in the order it is written. <c>Enforced</c> stands where verification reads the setting,
/// <c>InCode</c> where a rule about source code does; of all but the first the user is told when they demand something (SCA5114).
/// </summary>
internal static class PolicyMembers
{
    private const int SecondsPerDay = 86_400;

    // Ten years: whoever wants a list to count for ever leaves the member out.
    private const int MaxAge = 3_650;

    private const int MaxApprovals = 100;

    public static readonly IReadOnlyList<PolicyMember<ModelsPolicy>> Root =
    [
        new WordMember<ModelsPolicy, Mode>("mode", new("audit", "default", "strict"), static p => p.Mode, static (p, v) => p with { Mode = v })
        { BuiltIn = Mode.Default, Enforced = true },

        new SectionMember<ModelsPolicy, SourcesPolicy>("sources", static p => p.Sources, static (p, s) => p with { Sources = s },
        [
            new WordMember<SourcesPolicy, SourceDefault>("sources.default", new("allow", "deny"), static s => s.Default, static (s, v) => s with { Default = v })
            { BuiltIn = SourceDefault.Allow, InCode = Rules.UntrustedSource },
            new SourceAllowMember { AbsentAllowsNothing = true, InCode = Rules.UntrustedSource, Applies = static floor => floor.Default?.Value == SourceDefault.Deny },
            new PatternAllowMember<SourcesPolicy>("sources.endpoints", static s => s.Endpoints, static (s, v) => s with { Endpoints = v })
            { InCode = Rules.EndpointNotAllowed },
            new FlagMember<SourcesPolicy>("sources.requireHttps", static s => s.RequireHttps, static (s, v) => s with { RequireHttps = v })
            { BuiltIn = false },
            new PatternAllowMember<SourcesPolicy>("sources.allowedRedirectHosts", static s => s.AllowedRedirectHosts, static (s, v) => s with { AllowedRedirectHosts = v }),
        ]),

        new SectionMember<ModelsPolicy, SignaturesPolicy>("signatures", static p => p.Signatures, static (p, s) => p with { Signatures = s },
        [
            new WordMember<SignaturesPolicy, SignatureRequirement>("signatures.require", new("declared", "always"), static s => s.Require, static (s, v) => s with { Require = v })
            { BuiltIn = SignatureRequirement.Declared, Enforced = true },
            new TrustedSignersMember { Enforced = true },
        ]),

        new SectionMember<ModelsPolicy, FormatsPolicy>("formats", static p => p.Formats, static (p, s) => p with { Formats = s },
        [
            new PatternAllowMember<FormatsPolicy>("formats.allow", static s => s.Allow, static (s, v) => s with { Allow = v })
            { Refuse = NoFormat, Enforced = true },
            new PatternDenyMember<FormatsPolicy>("formats.deny", static s => s.Deny, static (s, v) => s with { Deny = v })
            { Refuse = NoFormat, Enforced = true },
        ]),

        new SectionMember<ModelsPolicy, ScanPolicy>("scan", static p => p.Scan, static (p, s) => p with { Scan = s },
        [
            new WordMember<ScanPolicy, FailOn>("scan.failOn", new("malicious", "suspicious"), static s => s.FailOn, static (s, v) => s with { FailOn = v })
            { BuiltIn = FailOn.Malicious, Enforced = true },
            new WordMember<ScanPolicy, UnscannableAction>("scan.onUnscannable", new("warn", "fail"), static s => s.OnUnscannable, static (s, v) => s with { OnUnscannable = v })
            { BuiltIn = UnscannableAction.Warn, Enforced = true },
            new FlagMember<ScanPolicy>("scan.requireIsolation", static s => s.RequireIsolation, static (s, v) => s with { RequireIsolation = v })
            { BuiltIn = false, Enforced = true },
            new SectionMember<ScanPolicy, PickleScanPolicy>("scan.pickle", static s => s.Pickle, static (s, v) => s with { Pickle = v },
            [
                new PatternAllowMember<PickleScanPolicy>("scan.pickle.allowGlobals", static s => s.AllowGlobals, static (s, v) => s with { AllowGlobals = v })
                { AbsentAllowsNothing = true, Enforced = true },
            ]),
            new SectionMember<ScanPolicy, OnnxScanPolicy>("scan.onnx", static s => s.Onnx, static (s, v) => s with { Onnx = v },
            [
                new PatternAllowMember<OnnxScanPolicy>("scan.onnx.allowDomains", static s => s.AllowDomains, static (s, v) => s with { AllowDomains = v })
                { AbsentAllowsNothing = true, Enforced = true },
                new WordMember<OnnxScanPolicy, ExternalData>("scan.onnx.externalData", new("same-directory", "deny"), static s => s.ExternalData, static (s, v) => s with { ExternalData = v })
                { BuiltIn = ExternalData.SameDirectory, Enforced = true },
            ]),
        ]),

        new SectionMember<ModelsPolicy, FrameworksPolicy>("frameworks", static p => p.Frameworks, static (p, s) => p with { Frameworks = s },
        [
            new MinimumVersionsMember(),
        ]),

        new SectionMember<ModelsPolicy, LicensesPolicy>("licenses", static p => p.Licenses, static (p, s) => p with { Licenses = s },
        [
            new PatternAllowMember<LicensesPolicy>("licenses.allow", static s => s.Allow, static (s, v) => s with { Allow = v }),
            new WordMember<LicensesPolicy, UnknownLicense>("licenses.onUnknown", new("allow", "warn", "fail"), static s => s.OnUnknown, static (s, v) => s with { OnUnknown = v })
            { BuiltIn = UnknownLicense.Allow },
        ]),

        new SectionMember<ModelsPolicy, ProvenancePolicy>("provenance", static p => p.Provenance, static (p, s) => p with { Provenance = s },
        [
            new WordDemandMember<ProvenancePolicy, ProvenanceDemand>(
                "provenance.require",
                new("source", "revision", "signer", "license", "baseModel", "datasets", "training", "attestation", "evaluation"),
                static s => s.Require, static (s, v) => s with { Require = v })
            { Enforced = true },
            new PatternAllowMember<ProvenancePolicy>("provenance.builders", static s => s.Builders, static (s, v) => s with { Builders = v })
            { Enforced = true },
            new PatternAllowMember<ProvenancePolicy>("provenance.sources", static s => s.Sources, static (s, v) => s with { Sources = v })
            { Enforced = true },
            new PatternAllowMember<ProvenancePolicy>("provenance.parameters", static s => s.Parameters, static (s, v) => s with { Parameters = v })
            { Enforced = true },
            new PatternAllowMember<ProvenancePolicy>("provenance.dependencies", static s => s.Dependencies, static (s, v) => s with { Dependencies = v })
            { Enforced = true },
        ]),

        new SectionMember<ModelsPolicy, BehaviorPolicy>("behavior", static p => p.Behavior, static (p, s) => p with { Behavior = s },
        [
            new BehaviorRequireMember { Enforced = true },
            new WordMember<BehaviorPolicy, BehaviorTier>("behavior.tier", new("off", "fast", "standard", "deep"), static s => s.Tier, static (s, v) => s with { Tier = v })
            { BuiltIn = BehaviorTier.Off, Enforced = true },
            new NumberMember<BehaviorPolicy>("behavior.budgetSeconds", 1, SecondsPerDay, static s => s.BudgetSeconds, static (s, v) => s with { BudgetSeconds = v })
            { Enforced = true },
        ]),

        new SectionMember<ModelsPolicy, ApprovalsPolicy>("approvals", static p => p.Approvals, static (p, s) => p with { Approvals = s },
        [
            new NumberMember<ApprovalsPolicy>("approvals.required", 0, MaxApprovals, static s => s.Required, static (s, v) => s with { Required = v })
            { BuiltIn = 0 },
            new ReviewersMember(),
        ]),

        new SectionMember<ModelsPolicy, AdvisoriesPolicy>("advisories", static p => p.Advisories, static (p, s) => p with { Advisories = s },
        [
            new OwnedTextMember<AdvisoriesPolicy>("advisories.file", static (node, source) => source.FilePath(node, "advisories.file"), static (path, file) => PolicyPaths.Relative(file, path), static s => s.File, static (s, v) => s with { File = v }),
            new OwnedTextMember<AdvisoriesPolicy>("advisories.sha256", Digest, static (digest, _) => digest, static s => s.Sha256, static (s, v) => s with { Sha256 = v }),
            new NumberMember<AdvisoriesPolicy>("advisories.maxAgeDays", 1, MaxAge, static s => s.MaxAgeDays, static (s, v) => s with { MaxAgeDays = v })
            { SmallerIsStricter = true },
        ]),

        new SectionMember<ModelsPolicy, BomPolicy>("bom", static p => p.Bom, static (p, s) => p with { Bom = s },
        [
            new FlagMember<BomPolicy>("bom.require", static s => s.Require, static (s, v) => s with { Require = v })
            { BuiltIn = false },
        ]),

        new ExemptionsMember { Enforced = true },
    ];

    // A mistyped format would be a rule without effect.
    private static string? NoFormat(PolicyPattern pattern) => ModelFormats.All.Any(format => pattern.Matches(format.Id))
        ? null
        : "matches no known format" + Similar.Suggest(pattern.Text, ModelFormats.All.Select(static format => format.Id));

    private static string? Digest(JsonNode node, PolicySource source)
    {
        if (source.Text(node, "advisories.sha256") is not { } text) return null;
        if (Hex.Is(text, 64)) return text;
        source.Wrong(node, "'advisories.sha256' must be 64 lower-case hex digits");
        return null;
    }
}
