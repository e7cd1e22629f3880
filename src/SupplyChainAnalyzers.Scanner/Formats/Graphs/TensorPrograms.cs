using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Graphs;

/// <summary>
/// A program for an operating system where a tensor's numbers belong: nothing in a graph runs it, but a second program that unpacks it has
/// it at hand, past every scanner of files.
/// </summary>
internal static class TensorPrograms
{
    private const int Shortest = 64; // bytes of the smallest header

    public static void Check(ByteSource source, long start, long length, string where, ScanContext context)
    {
        if (length >= Shortest && NativeProgram.Find(source, start) is { } program)
            context.Report(Rules.EmbeddedExecutable, $"holds {program} as the data of {where}; do not use it", start);
    }
}
