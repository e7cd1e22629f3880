namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>
/// What a models.policy.json says, with everything it inherits from the policies it extends. A member that nobody
/// states is null, its built-in value stands at the member.
/// </summary>
public sealed record ModelsPolicy
{
    /// <summary>The only version there is.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The file's name, on every platform.</summary>
    public const string FileName = "models.policy.json";

    /// <summary>The weakest mode that may be used; <see cref="Policy.Mode.Default"/> when a policy file leaves it out.</summary>
    public Setting<Mode>? Mode { get; init; }

    /// <summary>Where models may come from.</summary>
    public SourcesPolicy Sources { get; init; } = new();

    /// <summary>Which signatures are needed and whose are trusted.</summary>
    public SignaturesPolicy Signatures { get; init; } = new();

    /// <summary>Which file formats may be used.</summary>
    public FormatsPolicy Formats { get; init; } = new();

    /// <summary>What findings in a file's content weigh.</summary>
    public ScanPolicy Scan { get; init; } = new();

    /// <summary>Oldest versions of the frameworks that load models.</summary>
    public FrameworksPolicy Frameworks { get; init; } = new();

    /// <summary>Which licences may be used.</summary>
    public LicensesPolicy Licenses { get; init; } = new();

    /// <summary>Which facts about its origin a model needs.</summary>
    public ProvenancePolicy Provenance { get; init; } = new();

    /// <summary>Which behavioural checks a model needs.</summary>
    public BehaviorPolicy Behavior { get; init; } = new();

    /// <summary>How many people have to approve a model.</summary>
    public ApprovalsPolicy Approvals { get; init; } = new();

    /// <summary>Which list of known-bad models is consulted.</summary>
    public AdvisoriesPolicy Advisories { get; init; } = new();

    /// <summary>Whether a bill of materials is needed.</summary>
    public BomPolicy Bom { get; init; } = new();

    /// <summary>Exemptions by key (<c>SCA3010@sha256:…</c>), ordinal order; null when no policy states any.</summary>
    public Setting<IReadOnlyDictionary<string, Exemption>>? Exemptions { get; init; }

    /// <summary>This policy's file and after it every file it extends, each once; empty for a built-in policy.</summary>
    public IReadOnlyList<PolicyFile> Files { get; init; } = [];
}
