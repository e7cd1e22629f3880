namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>licenses</c>: which licences may be used.</summary>
public sealed record LicensesPolicy
{
    /// <summary>SPDX ids that may be used; built in: any.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? Allow { get; init; }

    /// <summary>What holds for a model whose licence nobody recorded; built in: allow.</summary>
    public Setting<UnknownLicense>? OnUnknown { get; init; }
}
