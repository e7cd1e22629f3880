using System.Globalization;
using System.Text.Json;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>A model of which it is known whether it has a backdoor.</summary>
/// <param name="Path">The ONNX file.</param>
/// <param name="Attack">How it was attacked, <c>none</c> of a clean one.</param>
/// <param name="Target">The class that inputs are turned to; -1 without one.</param>
/// <param name="Architecture">What it is built like.</param>
/// <param name="Dataset">The pictures it was trained with: the name of its probe.</param>
/// <param name="IsUsable">False of an attack that did not take: its models count neither way.</param>
internal sealed record ZooModel(string Path, string Attack, int Target, string Architecture, string Dataset, bool IsUsable)
{
    public const string Clean = "none";

    /// <summary>Models of a folder: of its <c>labels.tsv</c>, or of the <c>zoo/rows.*.jsonl</c> that the generator writes. In order of their names.</summary>
    public static IReadOnlyList<ZooModel> In(string folder)
    {
        var labels = System.IO.Path.Combine(folder, "labels.tsv");
        var models = File.Exists(labels)
            ? File.ReadLines(labels).Skip(1).Select(static line => line.Split('\t')).Select(fields =>
                new ZooModel(System.IO.Path.Combine(folder, fields[0]), fields[2], int.Parse(fields[3], CultureInfo.InvariantCulture), fields[7], fields[8], fields[11] == "1"))
            : Directory.EnumerateFiles(System.IO.Path.Combine(folder, "zoo"), "rows.*.jsonl").SelectMany(File.ReadLines).Select(line => Of(folder, line));
        return [.. models.OrderBy(static model => model.Path, StringComparer.Ordinal)];
    }

    /// <summary>Of the data the model was trained with, <c>x</c> or <c>y</c>: beside the models, or where the generator puts it.</summary>
    public string Probe(string folder, string part) => System.IO.Path.Combine(folder, "probe") is var made && Directory.Exists(made)
        ? System.IO.Path.Combine(made, $"{Dataset}_{part}.npy")
        : System.IO.Path.Combine(folder, $"probe_{Dataset}_{part}.npy");

    // Python writes NaN, which JSON has not.
    private static ZooModel Of(string folder, string line)
    {
        using var json = JsonDocument.Parse(line.Replace("NaN", "null", StringComparison.Ordinal));
        var row = json.RootElement;
        return new ZooModel(
            System.IO.Path.Combine(folder, "zoo", row.GetProperty("file").GetString()!),
            row.GetProperty("attack").GetString()!,
            row.GetProperty("target").GetInt32(),
            row.GetProperty("arch").GetString()!,
            row.GetProperty("dataset").GetString()!,
            row.GetProperty("usable").GetInt32() == 1);
    }
}
