namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>What a check measured for one class of the model.</summary>
/// <param name="Class">Its place among the outputs, from 0.</param>
/// <param name="Values">Measurements; the same names for each class of a check.</param>
public sealed record ClassResult(int Class, IReadOnlyList<Measurement> Values)
{
    /// <summary>Of one check; who has more classes names those that stand out.</summary>
    public const int MaxClasses = 200;
}
