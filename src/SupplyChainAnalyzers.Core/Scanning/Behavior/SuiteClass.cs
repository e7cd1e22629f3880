namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>What became of the inputs of one class.</summary>
/// <param name="Class">The model's answer before they were changed.</param>
/// <param name="Inputs">Inputs that had it.</param>
/// <param name="Flips">Of them those that have another one now.</param>
public sealed record SuiteClass(int Class, int Inputs, int Flips);
