using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.CoreMl;

/// <summary>
/// ML Program (coremltools mlmodel/format/MIL.proto). Program: 2 functions { 2 Function }, 3 docString. Function: 3
/// block_specializations { 2 Block }. Block: 3 operations. Operation: 1 type, 2 inputs { 2 Argument { 1 arguments { 2 value } } }, 4 blocks,
/// 5 attributes { 2 Value }. Value: 5 blobFileValue { 1 fileName }.
/// </summary>
internal sealed class CoreMlProgram(ScanContext context, GraphTexts texts)
{
    private const int MaxName = 256;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public void Read(ProtoReader program)
    {
        while (program.Next())
        {
            if (program.Is(2, ProtoWire.Counted))
                EachValue(program.Message(), function => Each(function, 3, block => EachValue(block, ReadBlock)));
            else if (program.Is(3, ProtoWire.Counted))
                texts.Check(program, "its description");
        }
    }

    private void ReadBlock(ProtoReader block) => Each(block, 3, ReadOperation);

    private void ReadOperation(ProtoReader operation)
    {
        while (operation.Next())
        {
            switch (operation.Field, operation.Wire)
            {
                case (1, ProtoWire.Counted):
                    JudgeType(operation.Text(MaxName), operation.Offset);
                    break;
                case (2, ProtoWire.Counted):
                    EachValue(operation.Message(), argument => Each(argument, 1, binding => Each(binding, 2, ReadValue)));
                    break;
                case (4, ProtoWire.Counted):
                    ReadBlock(operation.Message());
                    break;
                case (5, ProtoWire.Counted):
                    EachValue(operation.Message(), ReadValue);
                    break;
            }
        }
    }

    private void ReadValue(ProtoReader value) => Each(value, 5, blob => CoreMlPaths.Check(blob, 1, "weights", context));

    private void JudgeType(string type, long offset)
    {
        if (type.StartsWith("custom", StringComparison.Ordinal) && _told.Count < 1000 && _told.Add(type))
        {
            context.Report(
                Rules.CustomOperator,
                $"needs the custom operation '{Printable.Of(type, 60)}': the app that loads it must bring that code; use it only if you know it",
                offset,
                Severity.Medium,
                type);
        }
    }

    // The values of a map's entry.
    private static void EachValue(ProtoReader entry, Action<ProtoReader> read) => Each(entry, 2, read);

    private static void Each(ProtoReader message, int field, Action<ProtoReader> read)
    {
        while (message.Next())
        {
            if (message.Is(field, ProtoWire.Counted))
                read(message.Message());
        }
    }
}
