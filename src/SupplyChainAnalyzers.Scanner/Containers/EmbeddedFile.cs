using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Containers;

/// <summary>
/// Bytes that should be numbers, padding or nothing. Random weights hold any two or three bytes by chance, so only a whole
/// other file, sound in its structure, or a native program counts as one; only the beginning is looked at otherwise.
/// </summary>
internal static class EmbeddedFile
{
    private static readonly HashSet<ModelFormat> Telling =
    [
        ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorch, ModelFormats.PyTorchLegacy, ModelFormats.TorchScript, ModelFormats.NumPyObjects,
        ModelFormats.NeMo, ModelFormats.Mar, ModelFormats.Zip, ModelFormats.Tar, ModelFormats.SevenZip, ModelFormats.Xz, ModelFormats.Zstd, ModelFormats.Hdf5,
        ModelFormats.KerasH5, ModelFormats.Keras, ModelFormats.Llamafile, ModelFormats.Python,
    ];

    /// <summary>Scans it as a member if it is a file of its own.</summary>
    public static void Scan(ByteSource content, string member, ScanContext context, Neighbours? neighbours = null)
    {
        if (NativeProgram.Find(content, 0) is { } program)
            context.Within(member).Report(Rules.EmbeddedExecutable, $"holds {program} where numbers belong; do not use it", 0);

        var head = new byte[FormatSniffer.HeadLength];
        var sniffed = FormatSniffer.Sniff(head, content.Read(0, head), content.Length);
        if (Telling.Contains(sniffed) && FormatIdentifier.Identify(content) is { Damage: null } found && Telling.Contains(found.Format))
            context.Nested(content, member, neighbours);
        else
            context.Budget.TakeMember();
    }
}
