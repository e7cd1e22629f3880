namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

/// <summary>What came of a run of <see cref="LockFuzzer"/>.</summary>
/// <param name="Inputs">Texts that were read.</param>
/// <param name="Accepted">Those that are a lock.</param>
/// <param name="Rules">How often each rule was reported.</param>
/// <param name="Failures">What must not be, with the input in Base64; empty when all is well.</param>
public sealed record LockFuzzReport(long Inputs, long Accepted, IReadOnlyDictionary<string, long> Rules, IReadOnlyList<string> Failures);
