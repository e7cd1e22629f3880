namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Arguments of a call, filter or test.</summary>
/// <param name="Positional">In their order, those behind a star too.</param>
/// <param name="Named">Name and value.</param>
internal sealed record JinjaArguments(IReadOnlyList<JinjaExpression> Positional, IReadOnlyList<(string Name, JinjaExpression Value)> Named)
{
    public static readonly JinjaArguments None = new([], []);

    public int Depth => Math.Max(Positional.Select(static value => value.Depth).DefaultIfEmpty().Max(), Named.Select(static pair => pair.Value.Depth).DefaultIfEmpty().Max());
}
