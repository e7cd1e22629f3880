using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>
/// What expanding a template costs, where constants alone decide it: <c>range(999999999)</c>, <c>'a' * 10 ** 9</c>, loops in
/// loops, texts doubled in a loop. Jinja's sandbox stops at 100,000 of a range; loaders without it don't.
/// </summary>
internal sealed class JinjaCosts(ScanContext context, long at)
{
    private const long Most = 10_000_000; // rounds, characters, digits

    private long _rounds = 1;

    /// <summary>Whether a loop with that many constant rounds runs.</summary>
    public bool InLoop => _rounds > 16;

    public void Size(double size, string what, int line)
    {
        if (size > Most)
            context.Report(Rules.ResourceExhaustion, $"holds a template that {what} of {size:0} (line {line} of the template): expanding it takes all memory or time; do not use it", at);
    }

    /// <summary>Rounds of a loop that is entered; gives what to hand to <see cref="Leave"/>.</summary>
    public long Enter(long rounds, int line)
    {
        var outer = _rounds;
        _rounds = Math.Min(Most * Most, outer * Math.Clamp(rounds, 1, Most + 1));
        if (_rounds > Most && rounds > 1)
            Size(_rounds, "loops over rounds", line);
        return outer;
    }

    public void Leave(long outer) => _rounds = outer;

    public void Doubling(int line)
    {
        if (InLoop)
            context.Report(Rules.ResourceExhaustion, $"holds a template that doubles a text in each round of a loop (line {line} of the template): expanding it takes all memory; do not use it", at);
    }
}
