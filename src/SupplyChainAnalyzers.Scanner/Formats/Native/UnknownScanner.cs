using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Formats.Hub;
using SupplyChainAnalyzers.Scanner.Formats.TensorFlow;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Native;

/// <summary>
/// Content of no known format is never clean. Two kinds of it can be named: programs for an operating system (a <c>.so</c> beside a
/// model is imported like a module), and compiled Python (<c>.pyc</c>).
/// </summary>
internal sealed class UnknownScanner : IFormatScanner
{
    private const int HeadSize = 4096;
    private const int MaxCode = 16 << 20;
    private const byte Code = (byte)'c';

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Unknown];

    public void Scan(ByteSource source, ScanContext context)
    {
        var head = new byte[(int)Math.Min(source.Length, HeadSize)];
        source.ReadExactly(0, head, "its first bytes");
        if (NativeProgram.Find(source, 0) is not null)
        {
            ModuleNames.Check(context); // that it is a program tells NativeProgramCheck, of files of any format
        }
        else if (CodeOffset(head) is { } offset)
        {
            ByteCode(source, offset, context);
        }
        else if (LegacyText.Is(source, context.Name))
        {
            FormatScanners.Find(ModelFormats.PlainText)?.Scan(source, context);
        }
        else if (!CheckpointData.TryScan(source, context))
        {
            context.Unscannable("has no format that is known here, so its content is unknown; use safetensors, ONNX or GGUF");
            if (LooksPickled(head))
                FormatScanners.Find(ModelFormats.Pickle)?.Scan(source, context);
        }
    }

    // Too odd for the sniffer, which goes by the whole of a small stream; an unpickler starts at its first byte.
    private static bool LooksPickled(ReadOnlySpan<byte> head)
    {
        if (head.Length > 2 && head[0] == 0x80 && head[1] <= 5)
            return true;
        if (head.Length < 5 || head[0] != 'c')
            return false;

        var lines = head.IndexOf((byte)'\n');
        return lines > 1 && PythonNames.IsPlain(System.Text.Encoding.Latin1.GetString(head[1..lines]));
    }

    // A number of the version, CR LF, then 12 bytes since 3.7 (PEP 552), 8 since 3.3, 4 before; then a code object.
    private static int? CodeOffset(byte[] head)
    {
        if (head.Length < 20 || head[2] != '\r' || head[3] != '\n')
            return null;

        foreach (var offset in (ReadOnlySpan<int>)[16, 12, 8])
        {
            if ((head[offset] & 0x7f) == Code)
                return offset;
        }

        return null;
    }

    private static void ByteCode(ByteSource source, int offset, ScanContext context)
    {
        var data = source.ReadBytes(offset, (int)Math.Min(source.Length - offset, MaxCode), "its byte code");
        var signs = MarshalJudge.Find(data);
        if (signs is null)
            context.Unscannable("is compiled Python that cannot be read; do not import it", offset);
        else
            context.Report(Rules.HarmfulSource, "is compiled Python without its source, which nobody can review; get the source", offset, Severity.Medium);

        foreach (var sign in signs ?? [])
            context.Report(Rules.HarmfulSource, $"is compiled Python that {sign.What}; do not import it", offset, sign.IsSure ? Severity.High : Severity.Medium, sign.Symbol);
        ModuleNames.Check(context);
    }
}
