using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// GraphDef (graph.proto): 1 node, 2 library { 1 function, 2 gradient, 3 registered_gradients }, 3 version, 4 versions, 5 debug_info.
/// FunctionDef (function.proto): 1 signature { 1 name … }, 3 node_def, 4 ret, 5 attr, 6 control_ret, 7 arg_attr, 8 resource_arg_unique_id.
/// </summary>
internal static class TensorFlowGraph
{
    private const int MaxName = 512;

    public static void Read(ProtoReader graph, TensorFlowModel model)
    {
        Declare(graph.Again(), model);
        while (graph.Next())
        {
            switch (graph.Field, graph.Wire)
            {
                case (1, ProtoWire.Counted):
                    TensorFlowNode.Read(graph.Message(), graph.Offset, model);
                    break;
                case (2, ProtoWire.Counted):
                    ReadLibrary(graph.Message(), model);
                    break;
                case (3, ProtoWire.Varint) or (4 or 5, ProtoWire.Counted):
                    break;
                default:
                    model.UnknownField(graph, "a graph");
                    break;
            }
        }
    }

    // Functions stand behind the nodes that call them.
    private static void Declare(ProtoReader graph, TensorFlowModel model)
    {
        while (graph.Next())
        {
            if (!graph.Is(2, ProtoWire.Counted))
                continue;

            var library = graph.Message();
            while (library.Next())
            {
                if (library.Is(1, ProtoWire.Counted))
                    model.Define(FunctionName(library.Message()), library.Offset);
            }
        }
    }

    private static string FunctionName(ProtoReader function)
    {
        var name = "";
        while (function.Next())
        {
            if (!function.Is(1, ProtoWire.Counted))
                continue;

            var signature = function.Message();
            while (signature.Next())
            {
                if (signature.Is(1, ProtoWire.Counted))
                    name = signature.Text(MaxName);
            }
        }

        return name;
    }

    private static void ReadLibrary(ProtoReader library, TensorFlowModel model)
    {
        while (library.Next())
        {
            if (library.Is(1, ProtoWire.Counted))
                ReadFunction(library.Message(), model);
            else if (!library.Is(2, ProtoWire.Counted) && !library.Is(3, ProtoWire.Counted))
                model.UnknownField(library, "the function library");
        }
    }

    private static void ReadFunction(ProtoReader function, TensorFlowModel model)
    {
        TensorFlowLambda.Check(FunctionName(function.Again()), model, function.Again());
        while (function.Next())
        {
            switch (function.Field, function.Wire)
            {
                case (3, ProtoWire.Counted):
                    TensorFlowNode.Read(function.Message(), function.Offset, model);
                    break;
                case (5, ProtoWire.Counted):
                    TensorFlowValue.ReadEntry(function.Message(), model, "an attribute of a function");
                    break;
                case (1 or 2 or 4 or 6 or 7 or 8, ProtoWire.Counted):
                    break;
                default:
                    model.UnknownField(function, "a function");
                    break;
            }
        }
    }
}
