namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>What came of one process.</summary>
/// <param name="Results">Those that stand, for the first files in order.</param>
/// <param name="Reached">Place of the file at work when it failed.</param>
/// <param name="Fault">Why it failed.</param>
/// <param name="Message">The fault in words, safe to show.</param>
/// <param name="LastWords">The end of its error stream; null when it was not heard.</param>
internal sealed record ScannerOutcome(IReadOnlyList<ScanResult> Results, int Reached, ScannerFault Fault, string Message = "", LastWords? LastWords = null);
