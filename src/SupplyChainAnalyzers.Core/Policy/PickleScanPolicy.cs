namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>scan.pickle</c>.</summary>
public sealed record PickleScanPolicy
{
    /// <summary>Names that count as harmless beside the built-in list; built in: none.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? AllowGlobals { get; init; }
}
