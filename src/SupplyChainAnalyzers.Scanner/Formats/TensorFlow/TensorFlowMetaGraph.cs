using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// MetaGraphDef (meta_graph.proto): 1 meta_info_def, 2 graph_def, 3 saver_def, 4 collection_def, 5 signature_def, 6 asset_file_def,
/// 7 object_graph_def.
/// </summary>
internal static class TensorFlowMetaGraph
{
    private const int MaxPath = 4096;
    private const int MaxShown = 100;

    public static void Read(ProtoReader graph, TensorFlowModel model)
    {
        while (graph.Next())
        {
            switch (graph.Field, graph.Wire)
            {
                case (2, ProtoWire.Counted):
                    TensorFlowGraph.Read(graph.Message(), model);
                    break;
                case (4, ProtoWire.Counted):
                    ReadCollection(graph.Message(), model);
                    break;
                case (6, ProtoWire.Counted):
                    ReadAsset(graph.Message(), model);
                    break;
                case (7, ProtoWire.Counted):
                    TensorFlowObjects.Read(graph.Message(), model);
                    break;
                case (1 or 3 or 5, ProtoWire.Counted): // versions, definitions of operators, names of tensors
                    break;
                default:
                    model.UnknownField(graph, "the graph's description");
                    break;
            }
        }
    }

    // A map: 1 key, 2 CollectionDef { 1 node_list, 2 bytes_list { 1 value }, 5 any_list … }. Bytes hold messages or texts.
    private static void ReadCollection(ProtoReader entry, TensorFlowModel model)
    {
        while (entry.Next())
        {
            if (!entry.Is(2, ProtoWire.Counted))
                continue;

            var collection = entry.Message();
            while (collection.Next())
            {
                if (!collection.Is(1, ProtoWire.Counted) && !collection.Is(2, ProtoWire.Counted) && !collection.Is(5, ProtoWire.Counted))
                    continue;

                var list = collection.Message();
                while (list.Next())
                {
                    if (list.Is(1, ProtoWire.Counted))
                        model.Texts.Check(list, "a collection");
                }
            }
        }
    }

    // AssetFileDef: 1 tensor_info, 2 filename, below the folder assets.
    private static void ReadAsset(ProtoReader asset, TensorFlowModel model)
    {
        while (asset.Next())
        {
            if (!asset.Is(2, ProtoWire.Counted))
                continue;

            var path = asset.Text(MaxPath);
            if (OutsidePath.Fault(path) is { } fault)
            {
                model.ReportOnce(
                    "asset " + path, Rules.ExternalDataEscape, $"takes an asset from '{Printable.Path(path, MaxShown)}', which {fault}; do not load it", asset.Offset, symbol: path);
            }
        }
    }
}
