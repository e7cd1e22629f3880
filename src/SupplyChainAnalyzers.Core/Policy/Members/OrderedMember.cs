namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A value of a scale: a child moves it in one direction only.</summary>
internal abstract class OrderedMember<TSection, TValue>(
    string path, Func<TSection, Setting<TValue>?> get, Func<TSection, Setting<TValue>, TSection> set)
    : SettingMember<TSection, TValue>(path, get, set)
    where TValue : struct, IComparable
{
    /// <summary>What holds when nothing is stated; null when that compares with no value.</summary>
    public TValue? BuiltIn { get; init; }

    /// <summary>Whether smaller values are stricter.</summary>
    public bool SmallerIsStricter { get; init; }

    public override void CheckTightens(TSection section, TSection floor, LooseningReport report)
    {
        var (own, least) = (Get(section), Get(floor));
        if (own is null || (least?.Value ?? BuiltIn) is not { } bound || !IsWeaker(own.Value, bound)) return;
        report.Add(own.Place, $"{Path} '{Show(own.Value)}' is weaker than '{Show(bound)}'", least?.Place, $"remove it or write '{Show(bound)}'");
    }

    protected override Setting<TValue>? FloorOf(TSection floor) =>
        Get(floor) ?? (BuiltIn is { } builtIn ? new Setting<TValue>(builtIn, PolicyPlace.BuiltIn) : null);

    protected override Setting<TValue> Both(Setting<TValue> first, Setting<TValue> second) => IsWeaker(first.Value, second.Value) ? second : first;

    protected override bool IsDemand(TValue value) => BuiltIn is { } builtIn && IsWeaker(builtIn, value);

    /// <summary>The value as it is written.</summary>
    protected abstract string Show(TValue value);

    private bool IsWeaker(TValue value, TValue bound) => SmallerIsStricter ? value.CompareTo(bound) > 0 : value.CompareTo(bound) < 0;
}
