namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// HDF5. Spec: HDF5 File Format III.A. The superblock's signature, <c>89 HDF CR LF 1A LF</c> (8), stands at 0 or, behind
/// a user block, at 512, 1024, 2048 and on doubling; the head reaches the first three. Then the superblock's version, 0 to 3.
/// Keras writes <c>keras_version</c> and <c>model_config</c> as attributes of the root group, whose header follows closely.
/// </summary>
internal static class Hdf5Sniffer
{
    private const int HighestVersion = 15; // 3 today

    private static readonly byte[] Signature = [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    public static ModelFormat? Sniff(Head head)
    {
        for (var at = 0; at < head.Length; at = at == 0 ? 512 : at * 2)
        {
            if (head.Has(at, Signature) && head[at + 8] is >= 0 and <= HighestVersion)
                return IsKeras(head) ? ModelFormats.KerasH5 : ModelFormats.Hdf5;
        }

        return null;
    }

    private static bool IsKeras(Head head) => head.IndexOf("keras_version") >= 0 || head.IndexOf("model_config") >= 0;
}
