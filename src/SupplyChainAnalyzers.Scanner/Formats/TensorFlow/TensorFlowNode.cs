using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// NodeDef (node_def.proto): 1 name, 2 op, 3 input, 4 device, 5 attr, 6 experimental_debug_info, 7 experimental_type. The last name and
/// operator count.
/// </summary>
internal readonly record struct TensorFlowNode(string Name, string Operation, long Offset)
{
    private const int MaxName = 512;
    private const int MaxShown = 60;

    /// <summary>Safe to show.</summary>
    public string Place => $"node '{Printable.Of(Name, MaxShown)}' ({Printable.Of(Operation, MaxShown)})";

    public static void Read(ProtoReader fields, long offset, TensorFlowModel model)
    {
        model.TakeNode(offset);
        var node = Named(fields.Again(), offset);
        TensorFlowNodeJudge.Judge(node, model);
        while (fields.Next())
        {
            switch (fields.Field, fields.Wire)
            {
                case (5, ProtoWire.Counted):
                    TensorFlowValue.ReadEntry(fields.Message(), model, node.Place, node);
                    break;
                case (1 or 2 or 3 or 4 or 6 or 7, ProtoWire.Counted):
                    break;
                default:
                    model.UnknownField(fields, "a node");
                    break;
            }
        }
    }

    public static TensorFlowNode Named(ProtoReader fields, long offset)
    {
        string name = "", operation = "";
        while (fields.Next())
        {
            if (fields.Is(1, ProtoWire.Counted))
                name = fields.Text(MaxName);
            else if (fields.Is(2, ProtoWire.Counted))
                operation = fields.Text(MaxName);
        }

        return new TensorFlowNode(name, operation, offset);
    }
}
