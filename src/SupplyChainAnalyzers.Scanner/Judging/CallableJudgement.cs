namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>What is known of a Python name.</summary>
/// <param name="Risk">Whether using it is harmless.</param>
/// <param name="Effect">What it does, to go on after "which": "starts other programs". Empty when nothing is known.</param>
internal readonly record struct CallableJudgement(CallableRisk Risk, string Effect);
