namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>Where a model's recorded outputs lie: beside its ONNX file, <c>model.golden.json</c> for <c>model.onnx</c>.</summary>
public static class GoldenFiles
{
    private const string Extension = ".golden.json";

    /// <summary>The model's only ONNX file, relative to its folder; null when it has none or several.</summary>
    public static string? ModelOf(ModelEntry model)
    {
        var files = model.Files.Values.Where(static file => file.Format == Formats.ModelFormats.Onnx.Id).ToArray();
        return files.Length == 1 ? files[0].Path : null;
    }

    /// <summary>Relative to the model's folder; null when it has no ONNX file, or several.</summary>
    public static string? PathOf(ModelEntry model) => ModelOf(model) is { } file ? PathFor(file) : null;

    /// <summary>For an ONNX file at a path.</summary>
    public static string PathFor(string onnx) => (onnx.EndsWith(".onnx", StringComparison.Ordinal) ? onnx.Substring(0, onnx.Length - ".onnx".Length) : onnx) + Extension;
}
