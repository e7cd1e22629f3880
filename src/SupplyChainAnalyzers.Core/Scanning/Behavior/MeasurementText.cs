using System.Globalization;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>Measurements as an object of numbers.</summary>
internal static class MeasurementText
{
    public static void Write(JsonWriter json, IReadOnlyList<Measurement> measurements)
    {
        json.BeginObject(inline: true);
        foreach (var measurement in measurements)
            json.Name(measurement.Name).Number(measurement.Value);
        json.EndObject();
    }

    /// <summary>Names fit to be shown; what is no finite number is a fault of <paramref name="fields"/>.</summary>
    public static IReadOnlyList<Measurement> Read(JsonFields fields, string name, int maxCount, int maxName)
    {
        if (fields.Object(name) is not { Kind: JsonKind.Object } node || node.Members.Count > maxCount)
            return fields.Refuse(name, System.Array.Empty<Measurement>());

        var measurements = new List<Measurement>(node.Members.Count);
        foreach (var member in node.Members)
        {
            if (member.Name.Length > maxName || Finite(member.Value) is not { } value)
                return fields.Refuse(name, System.Array.Empty<Measurement>());
            measurements.Add(new Measurement(Printable.Of(member.Name, maxName), value));
        }

        return measurements;
    }

    /// <summary>Null when it is no finite number.</summary>
    public static double? Finite(JsonNode? node) =>
        double.TryParse(node?.NumberText, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value) && !double.IsNaN(value) ? value : null;
}
