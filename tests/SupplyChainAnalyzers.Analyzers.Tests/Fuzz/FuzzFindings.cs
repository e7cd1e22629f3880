namespace SupplyChainAnalyzers.Analyzers.Tests.Fuzz;

/// <summary>What came out of damaged files.</summary>
/// <param name="Found">Findings by rule.</param>
/// <param name="Thrown">Exceptions of analyzers.</param>
/// <param name="LeftOut">Files on which the compiler itself throws.</param>
internal sealed record FuzzFindings(IReadOnlyDictionary<string, long> Found, IReadOnlyList<string> Thrown, int LeftOut)
{
    public static readonly FuzzFindings NotCompiled = new(new Dictionary<string, long>(), [], 1);

    public FuzzFindings With(FuzzFindings other) => new(
        Found.Concat(other.Found).GroupBy(static rule => rule.Key).ToDictionary(static rule => rule.Key, static rule => rule.Sum(static item => item.Value)),
        [.. Thrown, .. other.Thrown],
        LeftOut + other.LeftOut);
}
