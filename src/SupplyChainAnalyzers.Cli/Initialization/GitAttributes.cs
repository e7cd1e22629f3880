using System.Text;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Initialization;

/// <summary>Keeps git from rewriting line ends: in the lock, and in model files, whose digests would no longer fit.</summary>
internal static class GitAttributes
{
    /// <summary>The file's name.</summary>
    public const string FileName = ".gitattributes";

    // Only "text" is touched: a line of Git LFS for the same files keeps its effect.
    private static readonly string[] Lines =
    [
        "models.lock text eol=lf",
        "models.policy.json text eol=lf",
        .. new[]
        {
            "ckpt", "gguf", "h5", "joblib", "keras", "mlmodel", "msgpack", "npy", "npz", "onnx", "onnx_data", "ort", "pb", "pickle", "pkl", "pt", "pth",
            "safetensors", "tflite",
        }.Select(static extension => $"*.{extension} -text"),
    ];

    // Vocabularies and settings are text, and part of a model all the same.
    private const string ModelFolder = "models";

    /// <summary>Adds the lines whose patterns the file has not got.</summary>
    public static InitStep Apply(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var exists = File.Exists(path);
        var text = exists ? File.ReadAllText(path) : "";
        var patterns = text.Split('\n').Select(static line => line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()).ToHashSet(StringComparer.Ordinal);
        string[] wanted = Directory.Exists(Path.Combine(folder, ModelFolder)) ? [.. Lines, $"{ModelFolder}/** -text"] : Lines;
        var missing = wanted.Where(line => !patterns.Contains(line[..line.IndexOf(' ')])).ToList();
        if (missing.Count == 0)
            return InitStep.Kept(FileName);

        var newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var separator = text.Length == 0 || text.EndsWith('\n') ? "" : newline;
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text + separator + string.Concat(missing.Select(line => line + newline))));
        return exists ? InitStep.Changed(FileName, $"{missing.Count} lines added") : InitStep.Created(FileName);
    }
}
