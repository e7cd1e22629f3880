namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>bom</c>: the bill of materials.</summary>
public sealed record BomPolicy
{
    /// <summary>Whether one is needed; built in: no.</summary>
    public Setting<bool>? Require { get; init; }
}
