namespace SupplyChainAnalyzers.Scanner.Behavior.Golden;

/// <summary>One recorded output.</summary>
/// <param name="Name">Of the output.</param>
/// <param name="Shape">Elements in each dimension, the batch first.</param>
/// <param name="Values">One input's after the other's.</param>
internal sealed record GoldenOutput(string Name, long[] Shape, double[] Values);
