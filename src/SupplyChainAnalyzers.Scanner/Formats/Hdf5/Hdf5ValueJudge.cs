using System.Text.Json;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Keras;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// Judges one text or piece of bytes: pickles (PyTables keeps Python objects so and unpickles them on reading, pandas builds on that; h5py users
/// keep them in opaque data), archives and programs, and Keras configurations in JSON.
/// </summary>
internal sealed class Hdf5ValueJudge(ScanContext context)
{
    private static readonly HashSet<ModelFormat> Opened =
    [
        ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorchLegacy, ModelFormats.Zip, ModelFormats.PyTorch, ModelFormats.TorchScript, ModelFormats.Keras, ModelFormats.NumPyZip,
        ModelFormats.Skops, ModelFormats.Mar, ModelFormats.NumPy, ModelFormats.Tar, ModelFormats.NeMo, ModelFormats.GZip, ModelFormats.BZip2, ModelFormats.Xz, ModelFormats.Lz4, ModelFormats.Zstd,
        ModelFormats.SevenZip, ModelFormats.Hdf5, ModelFormats.KerasH5,
    ];

    /// <summary>Whether a loader would do something with bytes that begin so.</summary>
    public static bool IsOpened(byte[] head, long length) => Opened.Contains(FormatSniffer.Sniff(head, (int)Math.Min(head.Length, FormatSniffer.HeadLength), length));

    public void Judge(byte[] value, string name)
    {
        var length = value.Length;
        while (length > 0 && value[length - 1] == 0)
            length--; // texts of fixed length are filled up

        if (length < 2)
            return;

        var bytes = length == value.Length ? value : value[..length];
        var isJson = bytes[0] is (byte)'{' or (byte)'[' || (bytes.Length > 3 && bytes[0] is (byte)' ' or (byte)'\n' or 0xEF);
        if (isJson && bytes.Length <= KerasJson.MaxLength && KerasJson.Parse(bytes) is { } document)
        {
            using (document)
                Json(document.RootElement);
        }
        else if (bytes.Length > KerasJson.MaxLength && isJson)
        {
            context.Unscannable($"has a configuration '{Printable.Path(name, 100)}' of {bytes.Length} bytes, more than is read here; do not open it");
        }
        else if (IsOpened(bytes, bytes.Length))
        {
            context.Nested(new MemorySource(bytes), name);
        }
        else
        {
            new KerasTextJudge(context).Judge(System.Text.Encoding.UTF8.GetString(bytes), name);
        }
    }

    private void Json(JsonElement root) => KerasConfig.Judge(root, context);
}
