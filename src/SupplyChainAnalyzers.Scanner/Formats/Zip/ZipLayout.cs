using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>What an archive with these entries is. Where two readings fit, the one that runs code wins.</summary>
internal static class ZipLayout
{
    private const string TorchData = "data.pkl";

    public static ModelFormat Of(IReadOnlyCollection<string> names)
    {
        if (names.FirstOrDefault(IsTorchData) is { } data)
        {
            // torch.jit.load and torch.load read the same archive; code makes the difference.
            var root = data[..^TorchData.Length];
            return names.Any(name => name == root + "constants.pkl" || name.StartsWith(root + "code/", StringComparison.Ordinal))
                ? ModelFormats.TorchScript
                : ModelFormats.PyTorch;
        }

        if (names.Contains("MAR-INF/MANIFEST.json"))
            return ModelFormats.Mar;
        if (names.Contains("config.json") && (names.Contains("model.weights.h5") || names.Contains("model.weights.npz")))
            return ModelFormats.Keras;
        if (names.Contains("schema.json"))
            return ModelFormats.Skops;

        return names.Count > 0 && names.All(static name => name.EndsWith(".npy", StringComparison.Ordinal)) ? ModelFormats.NumPyZip : ModelFormats.Zip;
    }

    // PyTorch writes one folder, named after the file; it reads data.pkl in any.
    private static bool IsTorchData(string name) =>
        name.EndsWith(TorchData, StringComparison.Ordinal) && name.IndexOf('/', StringComparison.Ordinal) is var slash && (slash == name.Length - TorchData.Length - 1);
}
