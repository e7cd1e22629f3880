namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// ONNX. Spec: onnx.proto3, ModelProto: 1 ir_version (varint) · 2 producer_name · 3 producer_version · 4 domain · 5 model_version (varint) ·
/// 6 doc_string · 7 graph · 8 opset_import { 1 domain, 2 version } · 14 metadata_props · 20 training_info · 25 functions · 26 configuration.
/// No signature, and fields may come in any order: every field the head shows has to fit, and a graph, or an operator set
/// beside the version, has to be among them.
/// </summary>
internal static class OnnxSniffer
{
    private const int HighestIrVersion = 1000; // 12 today

    public static ModelFormat? Sniff(Head head)
    {
        bool version = false, graph = false, nodes = false, operators = false, longText = false;
        var model = ProtoFields.Of(head);
        while (model.Next())
        {
            longText = false;
            switch (model.Field, model.Wire)
            {
                case (1, 0) when model.Value is >= 1 and <= HighestIrVersion:
                    version = true;
                    break;
                case (2 or 3 or 4, 2) when model.Length == 0 || head.IsText(model.Start, model.Length):
                case (5, 0):
                case (14 or 20 or 25 or 26, 2):
                    break;
                case (6, 2):
                    longText = true;
                    break;
                case (7, 2) when IsGraph(head, model.Inner(), out nodes):
                    graph = true;
                    break;
                case (8, 2) when IsOperatorSet(head, model.Inner()):
                    operators = true;
                    break;
                default:
                    return null;
            }
        }

        if (model.Broken)
            return null;

        // A documentation text may fill the head before the graph begins.
        var told = (version && (graph || operators || (longText && model.CutOff))) || (graph && (operators || (nodes && model.CutOff)));
        return told ? ModelFormats.Onnx : null;
    }

    // 1 node · 2 name · 5 initializer · 10 doc_string · 11 input · 12 output · 13 value_info · 14 quantization · 15 sparse · 16 metadata.
    private static bool IsGraph(Head head, ProtoFields graph, out bool nodes)
    {
        nodes = false;
        while (graph.Next())
        {
            if (graph.Wire != 2 || graph.Field is not (1 or 2 or 5 or (>= 10 and <= 16)))
                return false;
            if (graph.Field == 1 && !(nodes = IsNode(head, graph.Inner())))
                return false;
        }

        return !graph.Broken;
    }

    // 1 input · 2 output · 3 name · 4 op_type · 5 attribute · 6 doc_string · 7 domain · 8 overload · 9 metadata · 10 device.
    private static bool IsNode(Head head, ProtoFields node)
    {
        while (node.Next())
        {
            if (node.Wire != 2 || node.Field > 10)
                return false;
            if (node.Field == 4 && node.Start + node.Length <= head.Length && !head.IsText(node.Start, node.Length))
                return false;
        }

        return !node.Broken;
    }

    private static bool IsOperatorSet(Head head, ProtoFields set)
    {
        while (set.Next())
        {
            if (set is not ({ Field: 1, Wire: 2 } or { Field: 2, Wire: 0 }))
                return false;
            if (set.Field == 1 && set.Length > 0 && set.Start + set.Length <= head.Length && !head.IsText(set.Start, set.Length))
                return false;
        }

        return !set.Broken;
    }
}
