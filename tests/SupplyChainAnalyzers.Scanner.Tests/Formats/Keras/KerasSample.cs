using System.Text;
using System.Text.Json.Nodes;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Keras;

/// <summary>Files of Samples/keras, which make.py writes with h5py, and configurations built around one object.</summary>
internal static class KerasSample
{
    /// <summary>marshal.dumps of <c>lambda x: x</c> (Python 3.11) in base64, as Keras writes it.</summary>
    public const string Code = "4wEAAAAAAAAAAAAAAAEAAAADAAAA8wQAAACXAHwAUwCpAU6pACkB2gF4cwEAAAAg+gg8bGFtYmRhPvoIPGxhbWJkYT5yBQAAAAEAAADzCAAAAIAAwHGAAPMAAAAA\n";

    public static byte[] Bytes(string name) => File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "Samples", "keras", name));

    public static Scanned Scan(string name) => Scanned.Bytes(Bytes(name), name);

    /// <summary>A Keras 3 archive of a sequential model with one layer more.</summary>
    public static Scanned Archive(string layer) => Scanned.Bytes(Samples.Zip(
        ("metadata.json", Encoding.UTF8.GetBytes("""{"keras_version": "3.8.0", "date_saved": "2025-02-01@10:00:00"}""")),
        ("config.json", Encoding.UTF8.GetBytes(Sequential(layer))),
        ("model.weights.h5", Weights)), "model.keras");

    /// <summary>The same as a JSON file alone.</summary>
    public static Scanned Json(string layer) => Scanned.Bytes(Encoding.UTF8.GetBytes(Sequential(layer)), "model.json");

    public static string Sequential(string layer) => new JsonObject
    {
        ["module"] = "keras",
        ["class_name"] = "Sequential",
        ["config"] = new JsonObject { ["name"] = "sequential", ["layers"] = new JsonArray(JsonNode.Parse(layer)) },
        ["registered_name"] = null,
    }.ToJsonString();

    private static byte[] Weights => Bytes("shapes_latest.h5");
}
