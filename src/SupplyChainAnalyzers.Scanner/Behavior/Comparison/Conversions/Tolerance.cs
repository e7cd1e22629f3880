namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison.Conversions;

/// <summary>What a conversion may cost.</summary>
/// <param name="Name">Of the kind of conversion, for people.</param>
/// <param name="Difference">Of two outputs, in deviations of the original's outputs, for all but a hundredth of the inputs.</param>
/// <param name="Agreement">The part of the answers that must stay.</param>
/// <param name="Residual">What may be left of a channel: <see cref="LayerAgreement"/>.</param>
internal sealed record Tolerance(string Name, double Difference, double Agreement, double Residual);
