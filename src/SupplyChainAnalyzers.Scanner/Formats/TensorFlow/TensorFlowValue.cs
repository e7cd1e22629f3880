using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// An attribute: a map entry { 1 key, 2 AttrValue }. AttrValue (attr_value.proto): 1 list, 2 s, 8 tensor, 10 func; in the list 2 s,
/// 8 tensor, 9 func; all else are numbers, types and shapes. A func is a name with attributes again.
/// </summary>
internal static class TensorFlowValue
{
    private const int MaxKey = 128;
    private const int MaxAddress = 2048;
    private const int MaxShown = 100;

    public static void ReadEntry(ProtoReader entry, TensorFlowModel model, string where, TensorFlowNode node = default)
    {
        var key = "";
        var again = entry.Again();
        while (again.Next())
        {
            if (again.Is(1, ProtoWire.Counted))
                key = again.Text(MaxKey);
        }

        while (entry.Next())
        {
            if (entry.Is(2, ProtoWire.Counted))
                Read(entry.Message(), model, where, key, node);
        }
    }

    private static void Read(ProtoReader value, TensorFlowModel model, string where, string key, TensorFlowNode node)
    {
        while (value.Next())
        {
            switch (value.Field, value.Wire)
            {
                case (1, ProtoWire.Counted): // of a value the list, of a list nothing
                    Read(value.Message(), model, where, key, node);
                    break;
                case (2, ProtoWire.Counted):
                    model.Texts.Check(value, where);
                    JudgeAddress(value, model, key, node);
                    break;
                case (8, ProtoWire.Counted):
                    TensorFlowTensor.Check(value.Message(), model, where, value.Offset);
                    break;
                case (9 or 10, ProtoWire.Counted) when value.Length > 0:
                    ReadFunction(value.Message(), model, where, node);
                    break;
            }
        }
    }

    // NameAttrList: 1 name, 2 attr. In an AttrValue field 9 is a placeholder's name instead, which is no message.
    private static void ReadFunction(ProtoReader function, TensorFlowModel model, string where, TensorFlowNode node)
    {
        try
        {
            while (function.Next())
            {
                if (function.Is(2, ProtoWire.Counted))
                    ReadEntry(function.Message(), model, where, node);
            }
        }
        catch (DamagedFileException) when (function.Field != 2)
        {
            // The placeholder's name.
        }
    }

    // Print writes to a file when its stream is one; debug operators send what they see to an address.
    private static void JudgeAddress(ProtoReader value, TensorFlowModel model, string key, TensorFlowNode node)
    {
        if (key is not ("output_stream" or "debug_urls" or "address" or "server_address"))
            return;

        var address = value.Text(MaxAddress);
        if (address.Contains("://", StringComparison.Ordinal))
        {
            model.ReportOnce(
                "address " + address,
                Rules.GraphRunsCode,
                $"sends what passes {node.Place} to '{Printable.Of(address, MaxShown)}'; do not use it",
                value.Offset,
                symbol: node.Operation);
        }
    }
}
