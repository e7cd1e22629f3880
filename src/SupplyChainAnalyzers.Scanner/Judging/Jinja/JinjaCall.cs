namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Evaluated arguments.</summary>
internal sealed record JinjaCall(IReadOnlyList<JinjaValue> Positional, IReadOnlyList<(string Name, JinjaValue Value)> Named, int Line)
{
    /// <summary>The argument at a place or of a name.</summary>
    public JinjaValue? Find(int place, string name) => place < Positional.Count ? Positional[place] : Named.FirstOrDefault(pair => pair.Name == name).Value;

    /// <summary>The largest number the argument can be; <paramref name="otherwise"/> when the template does not say.</summary>
    public double Number(int place, string name, double otherwise = 0) =>
        Find(place, name)?.Known.Select(JinjaOperators.Number).Where(static number => number is not null).Max() ?? otherwise;
}
