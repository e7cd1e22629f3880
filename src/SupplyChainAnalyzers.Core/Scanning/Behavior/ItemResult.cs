namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>What a check measured for one thing it looked at: a tensor, a node, an input.</summary>
/// <param name="Name">Which one, such as <c>input 17</c>. Safe to show.</param>
/// <param name="Values">Measurements.</param>
public sealed record ItemResult(string Name, IReadOnlyList<Measurement> Values)
{
    /// <summary>Of one check; who has more names those that stand out.</summary>
    public const int MaxItems = 1000;

    /// <summary>Characters of a name.</summary>
    public const int MaxName = 200;
}
