namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>advisories</c>: which list of known-bad models is consulted.</summary>
public sealed record AdvisoriesPolicy
{
    /// <summary>Absolute path of the list; built in: none.</summary>
    public Setting<string>? File { get; init; }

    /// <summary>64 hex digits that the list's bytes must have.</summary>
    public Setting<string>? Sha256 { get; init; }

    /// <summary>Days after which the list is too old; built in: never.</summary>
    public Setting<int>? MaxAgeDays { get; init; }
}
