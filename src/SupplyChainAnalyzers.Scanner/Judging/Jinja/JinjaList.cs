namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>A list or tuple whose items the template names.</summary>
/// <param name="items">At most <see cref="Most"/>.</param>
internal sealed class JinjaList(IReadOnlyList<JinjaValue> items)
{
    public const int Most = 512;

    public IReadOnlyList<JinjaValue> Items { get; } = items;
}
