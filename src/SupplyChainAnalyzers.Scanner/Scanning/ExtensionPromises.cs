using SupplyChainAnalyzers.Core.Formats;
using static SupplyChainAnalyzers.Core.Formats.ModelFormats;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>
/// Which formats a file name's extension promises. Extensions that promise nothing (<c>.bin</c>, <c>.pt</c>, <c>.ckpt</c>, <c>.model</c>,
/// <c>.weights</c>, <c>.dat</c>, none at all) are not in it: their loaders look at the content, or unpickle anyway.
/// </summary>
internal static class ExtensionPromises
{
    private static readonly ModelFormat[] Texts =
    [
        PlainText, ModelFormats.Json, ModelFormats.Yaml, Xml, ModelFormats.Python, ModelFormats.Jinja, LightGbm, XgBoost, OpenVinoXml, Pmml, CatBoost, MxNet, GitLfsPointer,
    ];

    private static readonly ModelFormat[] Packed = [GZip, BZip2, Xz, Lzma, Lz4, ZLib, Zstd, Tar, ModelFormats.Zip, SevenZip];
    private static readonly ModelFormat[] Tars = [Tar, GZip, BZip2, Xz, Zstd, ModelFormats.NeMo];

    private static readonly Dictionary<string, ModelFormat[]> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".onnx"] = [ModelFormats.Onnx],
        [".ort"] = [Ort],
        [".safetensors"] = [ModelFormats.SafeTensors],
        [".gguf"] = [ModelFormats.Gguf, Ggml],
        [".ggml"] = [ModelFormats.Gguf, Ggml],
        [".tflite"] = [TfLite],
        [".pte"] = [ExecuTorch],
        [".h5"] = [ModelFormats.Hdf5, KerasH5, ModelFormats.Keras],
        [".hdf5"] = [ModelFormats.Hdf5, KerasH5],
        [".keras"] = [ModelFormats.Keras, ModelFormats.Hdf5, KerasH5],
        [".npy"] = [ModelFormats.NumPy, NumPyObjects],
        [".npz"] = [NumPyZip, ModelFormats.Zip],
        [".pb"] = [TfSavedModel, TfGraphDef, TfMetaGraph, ModelFormats.Onnx],
        [".pbtxt"] = Texts,
        [".skops"] = [Skops, ModelFormats.Zip],
        [".msgpack"] = [Flax],
        [".mlmodel"] = [CoreMl],
        [".mlpackage"] = [ModelFormats.Zip],
        [".engine"] = [TensorRt],
        [".trt"] = [TensorRt],
        [".rknn"] = [Rknn],
        [".cbm"] = [CatBoost],
        [".ubj"] = [XgBoost],
        [".rds"] = [Rds, GZip, BZip2, Xz],
        [".rdata"] = [Rds, GZip, BZip2, Xz],
        [".pmml"] = [Pmml, Xml],
        [".tar"] = Tars,
        [".tgz"] = Tars,
        [".nemo"] = Tars,
        [".gz"] = [GZip],
        [".bz2"] = [BZip2],
        [".xz"] = [Xz],
        [".zst"] = [Zstd],
        [".7z"] = [SevenZip],
    };

    private static readonly HashSet<string> TextExtensions = new(
        [".txt", ".md", ".markdown", ".rst", ".json", ".jsonl", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".csv", ".tsv", ".xml", ".html", ".htm", ".css", ".js", ".py", ".ipynb", ".sh", ".jinja", ".jinja2", ".log", ".bib", ".tex", ".vocab", ".merges", ".license", ".svg"],
        StringComparer.OrdinalIgnoreCase);

    // Pictures, sound, tables: a program that goes by the name shows or reads them, and unpickles nothing.
    private static readonly HashSet<string> DataExtensions = new(
        [".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".ico", ".pdf", ".wav", ".mp3", ".flac", ".mp4", ".webm", ".parquet", ".arrow", ".feather", ".avro", ".docx", ".xlsx", ".ttf", ".woff", ".woff2"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file of this extension may be of this format.</summary>
    public static bool Allow(string extension, ModelFormat format)
    {
        if (format == Unknown || format == Empty || format == GitLfsPointer)
            return true;
        if (TextExtensions.Contains(extension))
            return Texts.Contains(format);
        if (DataExtensions.Contains(extension))
            return !format.RunsCode;

        return !ByExtension.TryGetValue(extension, out var promised) || promised.Contains(format);
    }

    /// <summary>Whether what lies in it decides what it is.</summary>
    public static bool IsPacked(ModelFormat format) => Packed.Contains(format);
}
