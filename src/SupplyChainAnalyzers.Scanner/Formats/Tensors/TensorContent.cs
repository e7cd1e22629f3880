using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Tensors;

/// <summary>
/// Looks whether a tensor's bytes begin as a program, a pickle or an archive. Only what its whole structure confirms counts:
/// weights are random bytes, and a magic number alone comes up by chance.
/// </summary>
internal static class TensorContent
{
    private const int Shortest = 16;

    private static readonly HashSet<ModelFormat> Carriers =
    [
        .. ZipProbe.Family, ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorchLegacy, ModelFormats.SevenZip, ModelFormats.GZip, ModelFormats.Xz, ModelFormats.Tar,
    ];

    /// <param name="tensor">Its bytes.</param>
    /// <param name="name">What it is called. Hostile.</param>
    /// <param name="context">Takes the findings.</param>
    /// <param name="at">Where it begins in the file.</param>
    public static void Check(ByteSource tensor, string name, ScanContext context, long at)
    {
        if (tensor.Length < Shortest)
            return;

        var head = new byte[(int)Math.Min(tensor.Length, NativeProgram.HeadLength)];
        var length = tensor.Read(0, head);
        if (NativeProgram.Name(head.AsSpan(0, length)) is { } program)
        {
            context.Report(Rules.EmbeddedExecutable, $"holds a {program} in place of numbers ('{Printable.Of(name, 80)}'); do not use it", at, symbol: name);
            return;
        }

        var format = FormatSniffer.Sniff(head, length, tensor.Length);
        if (!Carriers.Contains(format) || !IsWhole(tensor, format))
            return;

        context.Report(Rules.ForeignTensor, $"holds a {format.Name} in place of numbers ('{Printable.Of(name, 80)}'); do not use it", at, symbol: name);
        context.Nested(tensor, name);
    }

    private static bool IsWhole(ByteSource tensor, ModelFormat format) =>
        format == ModelFormats.SevenZip || format == ModelFormats.GZip || format == ModelFormats.Xz || FormatIdentifier.Identify(tensor).Damage is null || CallsInHead(tensor, format);

    // A pickle that breaks off still ran up to there; ZIP directories lie at the end and may be followed by padding.
    private static bool CallsInHead(ByteSource tensor, ModelFormat format) => !ZipProbe.Family.Contains(format) && format != ModelFormats.Tar && tensor.ReadByte(0, "a tensor") is 0x80 or (byte)'c';
}
