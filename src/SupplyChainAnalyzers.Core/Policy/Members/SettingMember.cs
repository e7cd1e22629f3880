using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A member with a value of its own.</summary>
internal abstract class SettingMember<TSection, TValue>(
    string path, Func<TSection, Setting<TValue>?> get, Func<TSection, Setting<TValue>, TSection> set)
    : PolicyMember<TSection>(path)
{
    /// <summary>Set where a check of this version reads the setting.</summary>
    public bool Enforced { get; init; }

    /// <summary>The rule about source code that reads it, where verification does not; null when there is none.</summary>
    public Rule? InCode { get; init; }

    public override bool IsChecked => Enforced;

    public override bool IsCheckedInCode => InCode is not null;

    /// <summary>Whether the bases' entries hold beside the child's.</summary>
    protected virtual bool IsJoined => false;

    public override TSection Read(TSection section, JsonMember member, PolicySource source) =>
        TryRead(member.Value, source, out var value) ? set(section, new Setting<TValue>(value, source.Place(member.Value.Region))) : section;

    public override TSection Inherit(TSection child, IReadOnlyList<TSection> bases)
    {
        var own = Get(child);
        bool inherits = bases.Any(floor => get(floor) is not null);
        if (!inherits || (own is not null && !IsJoined)) return child;

        // What a base leaves out counts with its built-in value: of two bases the stricter holds, whether it is written or not.
        return set(child, bases.Select(FloorOf).Prepend(own).OfType<Setting<TValue>>().Aggregate(Both));
    }

    public override void Write(TSection section, JsonWriter writer, string file)
    {
        if (Get(section) is not { } setting) return;
        writer.Name(Name);
        WriteValue(setting.Value, writer, file);
    }

    public override IEnumerable<UnmetDemand> Unmet(TSection section)
    {
        if (!Enforced && Get(section) is { } setting && IsDemand(setting.Value)) yield return new UnmetDemand(Path, setting.Place, InCode);
    }

    protected Setting<TValue>? Get(TSection section) => get(section);

    /// <summary>What a base says, or else what is built in; null when that allows anything.</summary>
    protected virtual Setting<TValue>? FloorOf(TSection floor) => get(floor);

    /// <summary>Reads a value; false when something was reported.</summary>
    protected abstract bool TryRead(JsonNode node, PolicySource source, out TValue value);

    /// <summary>What holds when both hold.</summary>
    protected abstract Setting<TValue> Both(Setting<TValue> first, Setting<TValue> second);

    /// <summary>Whether the value asks for anything beyond what is built in.</summary>
    protected abstract bool IsDemand(TValue value);

    protected abstract void WriteValue(TValue value, JsonWriter writer, string file);
}
