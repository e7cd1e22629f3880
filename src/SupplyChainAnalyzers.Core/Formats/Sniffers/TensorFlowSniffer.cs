namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// TensorFlow's three protobuf files. SavedModel: 1 schema version (varint) · 2 MetaGraphDef. MetaGraphDef: 1 MetaInfoDef
/// { 2 OpList { 1 OpDef { 1 name } }, 4 tags, 5 TensorFlow's version, … } · 2 GraphDef … GraphDef: 1 NodeDef { 1 name, 2 op, 3 inputs,
/// 4 device, 5 attributes } many times · 2 library · 3, 4 versions.
/// </summary>
internal static class TensorFlowSniffer
{
    private const int HighestSchema = 16; // 1 today

    public static ModelFormat? Sniff(Head head)
    {
        var first = ProtoFields.Of(head);
        if (!first.Next())
            return null;

        if (first is { Field: 1, Wire: 0, Value: >= 1 and <= HighestSchema })
            return first.Next() && first is { Field: 2, Wire: 2 } && IsMetaGraph(head, first.Inner()) ? ModelFormats.TfSavedModel : null;
        if (first is not { Field: 1, Wire: 2 })
            return null;
        if (IsMetaGraph(head, ProtoFields.Of(head)))
            return ModelFormats.TfMetaGraph;

        return IsGraph(head) ? ModelFormats.TfGraphDef : null;
    }

    private static bool IsMetaGraph(Head head, ProtoFields graph)
    {
        if (!graph.Next() || graph is not { Field: 1, Wire: 2 })
            return false;

        // MetaInfoDef begins with the operators used, or (stripped) with the tags and TensorFlow's version.
        var tagged = false;
        for (var info = graph.Inner(); info.Next();)
        {
            switch (info.Field, info.Wire)
            {
                case (2, 2):
                    return IsOperatorList(head, info.Inner());
                case (4, 2):
                    tagged = head.IsText(info.Start, info.Length);
                    break;
                case (5, 2):
                    return tagged && head[(int)info.Start] is >= '0' and <= '9';
                case (1 or 3 or 6, 2):
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsOperatorList(Head head, ProtoFields list)
    {
        if (!list.Next() || list is not { Field: 1, Wire: 2 })
            return false;

        var operation = list.Inner();
        return operation.Next() && operation is { Field: 1, Wire: 2 } && head.IsName(operation.Start, operation.Length);
    }

    private static bool IsGraph(Head head)
    {
        var nodes = 0;
        var attributes = false;
        var fields = ProtoFields.Of(head);
        while (fields.Next())
        {
            if (fields is { Field: 1, Wire: 2 })
            {
                if (!IsNode(head, fields.Inner(), ref attributes))
                    return false;
                nodes++;
            }
            else if (fields is not ({ Field: 2 or 4, Wire: 2 } or { Field: 3, Wire: 0 }))
            {
                return false;
            }
        }

        return !fields.Broken && (nodes > 1 || (nodes == 1 && attributes));
    }

    private static bool IsNode(Head head, ProtoFields node, ref bool attributes)
    {
        // The names come first; what lies past the head (a constant's tensor) isn't looked at.
        if (!node.Next())
            return node.CutOff;
        if (node is not { Field: 1, Wire: 2 } || !InHead(head, node) || !head.IsText(node.Start, node.Length))
            return node is { Field: 1, Wire: 2 } && !InHead(head, node);
        if (!node.Next())
            return node.CutOff;
        if (node is not { Field: 2, Wire: 2 } || (InHead(head, node) && !head.IsName(node.Start, node.Length)))
            return false;

        while (node.Next())
        {
            if (node.Wire != 2 || node.Field is < 3 or > 7)
                return false;
            attributes |= node.Field == 5;
        }

        return !node.Broken;
    }

    private static bool InHead(Head head, ProtoFields field) => field.Start + field.Length <= head.Length;
}
