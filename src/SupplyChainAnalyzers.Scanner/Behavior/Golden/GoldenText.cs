using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;

namespace SupplyChainAnalyzers.Scanner.Behavior.Golden;

/// <summary>
/// Recorded outputs as a file: JSON, the same bytes for the same outputs. The numbers of one input stand in one line, with spaces between them
/// and six digits each: what is not the same on every processor lies behind those.
/// </summary>
internal static class GoldenText
{
    private const int Version = 1;
    private const int MaxCount = 1000;
    private const int MaxOutputs = 100;
    private const int MaxDimensions = 16;
    private const int MaxRow = 8 << 20;

    private static readonly JsonLimits Limits = new() { MaxLength = 64 << 20, MaxDepth = 4, MaxNodes = 1 << 20 };

    public static string Write(GoldenFile file)
    {
        var json = JsonWriter.Indented().BeginObject().Member("goldenVersion", Version).Member("inputs", file.Count).Member("probe", file.ProbeSha256).Name("outputs").BeginArray();
        foreach (var output in file.Outputs)
        {
            json.BeginObject().Member("name", output.Name).Name("shape").BeginArray(inline: true);
            foreach (var size in output.Shape)
                json.Number(size);
            json.EndArray().Name("values").BeginArray();
            foreach (var row in Rows(output, file.Count))
                json.String(row);
            json.EndArray().EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }

    /// <exception cref="BehaviorInputException">It is no such file.</exception>
    public static GoldenFile Read(byte[] text)
    {
        var json = JsonReader.Parse(text, Limits);
        var fields = new JsonFields(json.Root, json.Error);
        fields.Expect("goldenVersion", Version);
        var count = fields.Number("inputs");
        var probe = fields.OptionalString("probe", maxLength: 64);
        GoldenOutput?[] outputs = [.. fields.Array("outputs", MaxOutputs).Select(node => Output(node, count, fields))];
        fields.Close();
        if (fields.Error is not null || count is < 1 or > MaxCount || (probe is not null && !Hex.Is(probe, 64)) || outputs.Length == 0 || outputs.Contains(null))
            throw new BehaviorInputException($"the recorded outputs cannot be read ({fields.Error ?? "a value is wrong"}); record them anew: models lock --golden");

        return new GoldenFile((int)count, probe, outputs!);
    }

    private static IEnumerable<string> Rows(GoldenOutput output, int count)
    {
        foreach (var row in output.Values.Chunk(Math.Max(1, output.Values.Length / count)))
            yield return new StringBuilder().AppendJoin(' ', row.Select(static value => (value + 0.0).ToString("G6", CultureInfo.InvariantCulture))).ToString();
    }

    private static GoldenOutput? Output(JsonNode node, long count, JsonFields outer)
    {
        var fields = new JsonFields(node);
        var name = fields.String("name", Wire.MaxMember);
        long[] shape = [.. fields.Array("shape", MaxDimensions).Select(static size => long.TryParse(size.NumberText, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1)];
        var values = new List<double>();
        foreach (var row in fields.Array("values", MaxCount))
        {
            foreach (var number in row.StringValue is { Length: <= MaxRow } text ? text.Split(' ') : [""])
                values.Add(double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : fields.Refuse("values", 0.0));
        }

        fields.Close();
        outer.Include(fields);
        return shape.Length > 0 && !shape.Contains(-1) && Product(shape) == values.Count && count > 0 && values.Count % count == 0 ? new GoldenOutput(name, shape, [.. values]) : null;
    }

    private static Int128 Product(long[] shape) => shape.Aggregate((Int128)1, static (product, size) => product > long.MaxValue ? product : product * size);
}
