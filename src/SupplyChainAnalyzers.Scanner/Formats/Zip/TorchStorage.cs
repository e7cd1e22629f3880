using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// A tensor's numbers. Random weights hold any two or three bytes by chance, so only a whole other file, sound in its
/// structure, or a native program counts as one.
/// </summary>
internal static class TorchStorage
{
    private static readonly HashSet<ModelFormat> Telling =
    [
        ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorch, ModelFormats.PyTorchLegacy, ModelFormats.TorchScript, ModelFormats.NumPyObjects,
        ModelFormats.NeMo, ModelFormats.Mar, ModelFormats.Zip, ModelFormats.Tar, ModelFormats.SevenZip, ModelFormats.Xz, ModelFormats.Zstd, ModelFormats.Hdf5,
        ModelFormats.KerasH5, ModelFormats.Keras, ModelFormats.Llamafile, ModelFormats.Python,
    ];

    public static void Scan(ZipMember member, ScanContext context, Neighbours neighbours)
    {
        if (NativeProgram.Find(member.Content, 0) is { } program)
            context.Within(member.Name).Report(Rules.EmbeddedExecutable, $"holds {program} where a tensor's numbers belong; do not use it", 0);

        var head = new byte[FormatSniffer.HeadLength];
        var sniffed = FormatSniffer.Sniff(head, member.Content.Read(0, head), member.Content.Length);
        if (Telling.Contains(sniffed) && FormatIdentifier.Identify(member.Content) is { Damage: null } found && Telling.Contains(found.Format))
            context.Nested(member.Content, member.Name, neighbours);
        else
            context.Budget.TakeMember();
    }
}
