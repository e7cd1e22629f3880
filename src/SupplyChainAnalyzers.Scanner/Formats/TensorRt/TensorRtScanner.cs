using System.Buffers.Binary;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorRt;

/// <summary>
/// TensorRT engines are machine code for a graphics card, which nobody can inspect from outside; NVIDIA says to trust none of unknown
/// origin. An engine may carry plugin libraries for the processor itself (setPluginsToSerialize), which are loaded with it: those are found.
/// </summary>
internal sealed class TensorRtScanner : IFormatScanner
{
    private const int Step = 1 << 20;
    private const int HeaderLength = 20;
    private const int SharedLibrary = 3; // ELF e_type ET_DYN; code for the card is of machine 190

    private static ReadOnlySpan<byte> Elf => [0x7F, (byte)'E', (byte)'L', (byte)'F'];

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.TensorRt];

    public void Scan(ByteSource source, ScanContext context)
    {
        context.Unscannable("is a compiled TensorRT engine, which is machine code for a graphics card and is not inspected; build it yourself from the ONNX model");
        var block = new byte[Step + HeaderLength];
        for (long offset = 0; offset < source.Length; offset += Step)
        {
            var read = block.AsSpan(0, source.Read(offset, block));
            for (var at = read.IndexOf(Elf); at >= 0 && at < Step; at = Next(read, at))
            {
                if (IsLibrary(read[at..]))
                {
                    context.Report(Rules.EmbeddedExecutable, "carries a library for the processor (a plugin), which is loaded and run with the engine; do not load it", offset + at);
                    return;
                }
            }
        }
    }

    private static int Next(ReadOnlySpan<byte> bytes, int at) => bytes[(at + 1)..].IndexOf(Elf) is >= 0 and var next ? at + 1 + next : -1;

    private static bool IsLibrary(ReadOnlySpan<byte> elf) =>
        elf.Length >= HeaderLength && BinaryPrimitives.ReadUInt16LittleEndian(elf[16..]) == SharedLibrary && BinaryPrimitives.ReadUInt16LittleEndian(elf[18..]) is 3 or 40 or 62 or 183;
}
