using System.Text;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>The one line the scanner reads. A file's id is its place in <paramref name="Paths"/>.</summary>
/// <param name="Nonce">32 lower-case hex digits, to be repeated in every event.</param>
/// <param name="Job">One of <see cref="Jobs"/>.</param>
/// <param name="MemoryLimit">Bytes the process may use.</param>
/// <param name="Paths">Absolute paths.</param>
/// <param name="Output">Absolute path of the one file to be written, which exists; null when the job writes none.</param>
/// <param name="TensorsOnly">Whether what is no tensor may be left out.</param>
/// <param name="Tree">Absolute path of a folder that may be read with all below it; null when the job needs none.</param>
/// <param name="Question">What a signature or a behaviour is asked about; null for other jobs.</param>
/// <param name="Beside">Absolute paths of files that are read as well and get no result of their own.</param>
internal sealed record ScanRequest(
    string Nonce, string Job, long MemoryLimit, IReadOnlyList<string> Paths, string? Output = null, bool TensorsOnly = false, string? Tree = null, string? Question = null,
    IReadOnlyList<string>? Beside = null)
{
    private const string Tensors = "tensors";

    /// <summary>UTF-8 with its line feed.</summary>
    public byte[] ToLine()
    {
        var json = JsonWriter.Compact().BeginObject()
            .Member("protocol", Wire.Version).Member("nonce", Nonce).Member("job", Job).Member("memory", MemoryLimit)
            .Name("files").BeginArray();
        foreach (var path in Paths)
            json.BeginObject().Member("path", path).EndObject();

        json.EndArray();
        if (Beside is { Count: > 0 })
        {
            json.Name("beside").BeginArray();
            foreach (var path in Beside)
                json.BeginObject().Member("path", path).EndObject();
            json.EndArray();
        }

        json.Member("output", Output).Member("only", TensorsOnly ? Tensors : null).Member("tree", Tree).Member("question", Question);
        return Encoding.UTF8.GetBytes(json.EndObject() + "\n");
    }

    /// <summary>Reads a line without its line feed; null, with the reason, unless it is exactly a request of this version.</summary>
    public static ScanRequest? Read(byte[] line, out string? error)
    {
        var json = JsonReader.Parse(line, new JsonLimits { MaxLength = Wire.MaxRequest, MaxDepth = 3 });
        var fields = new JsonFields(json.Root, json.Error);
        fields.Expect("protocol", Wire.Version);
        var nonce = fields.String("nonce", Wire.NonceLength);
        var job = fields.String("job", maxLength: 32);
        var memory = fields.Number("memory");
        var (paths, beside) = (ReadPaths(fields.Array("files", Wire.MaxFiles), fields), ReadPaths(fields.OptionalArray("beside", Wire.MaxFiles) ?? [], fields));
        var output = fields.OptionalString("output", Wire.MaxPathCharacters);
        var only = fields.OptionalString("only", maxLength: 16);
        var tree = fields.OptionalString("tree", Wire.MaxPathCharacters);
        var question = fields.OptionalString("question", Wire.MaxRequest);
        fields.Close();
        error = fields.Error ?? (only is not (null or Tensors) ? "only has a wrong value" : null);
        return error is null ? new ScanRequest(nonce, job, memory, paths, output, only is not null, tree, question, beside) : null;
    }

    private static List<string> ReadPaths(IReadOnlyList<JsonNode> files, JsonFields fields)
    {
        var paths = new List<string>();
        foreach (var file in files)
        {
            var entry = new JsonFields(file);
            paths.Add(entry.String("path", Wire.MaxPathCharacters));
            entry.Close();
            fields.Include(entry);
        }

        return paths;
    }
}
