using SupplyChainAnalyzers.Core.Formats.Sniffers;

namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>
/// Names a file's format by its first bytes alone: no name, no extension, nothing decompressed, nothing past the head.
/// </summary>
/// <remarks>
/// It runs inside MSBuild on hostile files, so it only compares bytes and walks a few length fields within the head; it never
/// throws. The order below decides what a file with two readings is: the dangerous one. A stream whose opcodes would call
/// something is a pickle even when it is also a valid header of another format; after that come exact signatures, then
/// structures without one, then texts. Whoever needs certainty asks the scanner, which reads the whole file.
/// </remarks>
public static class FormatSniffer
{
    /// <summary>
    /// Changes whenever any file may get another answer than before, so that remembered answers are dropped.
    /// </summary>
    public const int Version = 2;

    /// <summary>Bytes the answer may depend on: the furthest mark (HDF5 behind a user block) lies at 2048.</summary>
    public const int HeadLength = 4096;

    private static readonly Func<Head, ModelFormat?>[] Sniffers =
    [
        PickleSniffer.Dangerous,
        ZipSniffer.Sniff,
        GgufSniffer.Sniff,
        GgmlSniffer.Sniff,
        NumPySniffer.Sniff,
        FlatBufferSniffer.Sniff,
        CompiledSniffer.Sniff,
        CompressionSniffer.Sniff,
        RdsSniffer.Sniff,
        Torch7Sniffer.Sniff,
        MxNetSniffer.Sniff,
        TreeModelSniffer.Sniff,
        Hdf5Sniffer.Sniff,
        TarSniffer.Sniff,
        SafeTensorsSniffer.Sniff,
        CntkSniffer.Sniff,
        PaddleSniffer.Sniff,
        TensorFlowSniffer.Sniff,
        CoreMlSniffer.Sniff,
        OnnxSniffer.Sniff,
        SentencePieceSniffer.Sniff,
        FlaxSniffer.Sniff,
        PickleSniffer.Data,
        TextSniffer.Sniff,
        CompressionSniffer.Weak,
    ];

    /// <summary>The format, or <see cref="ModelFormats.Unknown"/>; never null.</summary>
    /// <param name="head">The first bytes; those past <see cref="HeadLength"/> are not looked at.</param>
    /// <param name="length">How many of them were read.</param>
    /// <param name="fileSize">Bytes of the whole file: lengths in a header that exceed it are no such header.</param>
    public static ModelFormat Sniff(byte[] head, int length, long fileSize)
    {
        var first = new Head(head, length, fileSize);
        if (first.FileSize == 0)
            return ModelFormats.Empty;

        if (first.Whole && LfsPointer.TryParse(head, first.Length, out _, out _))
            return ModelFormats.GitLfsPointer;

        foreach (var sniff in Sniffers)
        {
            if (sniff(first) is { } format)
                return format;
        }

        return ModelFormats.Unknown;
    }
}
