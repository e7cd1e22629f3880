using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>What a constant string gives away.</summary>
/// <param name="What">What it is, to go on after "which": "is a shell command that downloads a program and runs it".</param>
/// <param name="IsSure">Whether such a text has no place in a model, wherever it stands; otherwise it needs a look.</param>
/// <param name="Excerpt">The telling part, raw and short.</param>
internal sealed record TextSign(string What, bool IsSure, string Excerpt)
{
    /// <summary>Of a finding that rests on it alone.</summary>
    public Severity Severity => IsSure ? Severity.High : Severity.Medium;
}
