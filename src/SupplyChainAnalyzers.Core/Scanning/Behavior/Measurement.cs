namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>A number a check measured.</summary>
/// <param name="Name">In camel case: <c>anomalyIndex</c>.</param>
/// <param name="Value">Finite; four decimals are kept.</param>
public sealed record Measurement(string Name, double Value);
