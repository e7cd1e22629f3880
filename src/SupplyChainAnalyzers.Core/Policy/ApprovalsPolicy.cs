namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>approvals</c>: how many people have to approve a model.</summary>
public sealed record ApprovalsPolicy
{
    /// <summary>Approvals a model needs; built in: 0.</summary>
    public Setting<int>? Required { get; init; }

    /// <summary>Absolute paths of the reviewers' public keys by name, ordinal order; built in: nobody.</summary>
    public Setting<IReadOnlyDictionary<string, Reviewer>>? Reviewers { get; init; }
}
