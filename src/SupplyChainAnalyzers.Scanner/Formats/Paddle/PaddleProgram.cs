using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Paddle;

/// <summary>
/// ProgramDesc (paddle framework.proto): 1 blocks { 3 vars, 4 ops }, 4 version, 5 op_version_map. OpDesc: 1 inputs, 2 outputs, 3 type,
/// 4 attrs { 1 name, 5 s, 8 strings }. Operators compute, but for those that call Python, read, write or send.
/// </summary>
internal sealed class PaddleProgram(ScanContext context, GraphTexts texts)
{
    private const int MaxName = 256;

    private static readonly Lazy<OperatorTable> Operators = OperatorTable.Named("paddle-operators");

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public void Read(ProtoReader program)
    {
        while (program.Next())
        {
            if (program.Is(1, ProtoWire.Counted))
                ReadBlock(program.Message());
            else if (!program.Is(4, ProtoWire.Counted) && !program.Is(5, ProtoWire.Counted))
                context.Report(Rules.TrailingData, $"holds data that PaddlePaddle does not know (field {program.Field}); ask its author what it is for", program.Offset);
        }
    }

    private void ReadBlock(ProtoReader block)
    {
        while (block.Next())
        {
            if (block.Is(4, ProtoWire.Counted))
                ReadOperator(block.Message());
        }
    }

    private void ReadOperator(ProtoReader operation)
    {
        while (operation.Next())
        {
            if (operation.Is(3, ProtoWire.Counted))
                Judge(operation.Text(MaxName), operation.Offset);
            else if (operation.Is(4, ProtoWire.Counted))
                ReadAttribute(operation.Message());
        }
    }

    private void ReadAttribute(ProtoReader attribute)
    {
        while (attribute.Next())
        {
            if (attribute.Is(5, ProtoWire.Counted) || attribute.Is(8, ProtoWire.Counted))
                texts.Check(attribute, "an attribute");
        }
    }

    private void Judge(string type, long offset)
    {
        var (what, severity) = Operators.Value.KeyOf(type) switch
        {
            "python" => ("runs Python code", Severity.High),
            "file" => ("reads or writes files", Severity.High),
            "network" => ("talks to other machines", Severity.High),
            "engine" => ("runs a compiled network, which is not inspected", Severity.Medium),
            _ => ("", Severity.Info),
        };
        if (severity > Severity.Info && _told.Add(type))
            context.Report(Rules.GraphRunsCode, $"has the operator {Printable.Of(type, 60)}, which {what} when the model runs; do not use it", offset, severity, type);
    }
}
