namespace SupplyChainAnalyzers.Build;

/// <summary>What a finished program left.</summary>
internal sealed record CommandOutput(int ExitCode, IReadOnlyList<string> Lines);
