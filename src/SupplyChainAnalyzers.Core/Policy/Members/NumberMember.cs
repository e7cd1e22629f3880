using System.Globalization;
using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>A whole number.</summary>
internal sealed class NumberMember<TSection>(
    string path, int min, int max, Func<TSection, Setting<int>?> get, Func<TSection, Setting<int>, TSection> set)
    : OrderedMember<TSection, int>(path, get, set)
{
    protected override bool TryRead(JsonNode node, PolicySource source, out int value)
    {
        value = 0;
        if (node.NumberText is not { } text)
            source.Wrong(node, $"'{Path}' must be a number, not {Kinds.Of(node)}");
        else if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) || value < min || value > max)
            source.Wrong(node, FormattableString.Invariant($"'{Path}' must be a whole number from {min} to {max}"));
        else
            return true;
        return false;
    }

    protected override string Show(int value) => value.ToString(CultureInfo.InvariantCulture);

    protected override void WriteValue(int value, JsonWriter writer, string file) => writer.Number(value);
}
