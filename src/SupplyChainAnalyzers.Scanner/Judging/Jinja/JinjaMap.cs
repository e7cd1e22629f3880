namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>A dictionary whose keys the template names.</summary>
internal sealed class JinjaMap(IReadOnlyList<(JinjaValue Key, JinjaValue Value)> pairs)
{
    public IReadOnlyList<(JinjaValue Key, JinjaValue Value)> Pairs { get; } = pairs;

    public JinjaValue Find(object key) => JinjaValue.Join(Pairs.Where(pair => pair.Key.IsOpen || pair.Key.Known.Contains(key)).Select(static pair => pair.Value));
}
