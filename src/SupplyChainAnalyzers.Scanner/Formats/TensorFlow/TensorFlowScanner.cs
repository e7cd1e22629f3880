using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// TensorFlow's graphs: SavedModel (saved_model.proto: 1 schema version, 2 meta_graphs), MetaGraphDef, GraphDef, whole: every node
/// of the graph and of the functions beside it, constants, assets, collections, the objects Keras restores. TensorFlow's own
/// documentation (SECURITY.md) says it: a graph is a program, and some of its operators read files or run Python.
/// </summary>
internal sealed class TensorFlowScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.TfSavedModel, ModelFormats.TfMetaGraph, ModelFormats.TfGraphDef];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (CheckpointIndex.Fits(source))
        {
            CheckpointIndex.Check(source);
            return;
        }

        var model = new TensorFlowModel(context);
        var file = ProtoReader.Of(source);
        switch (Kind(file.Again()))
        {
            case TensorFlowKind.SavedModel:
                while (file.Next())
                {
                    if (file.Is(2, ProtoWire.Counted))
                        TensorFlowMetaGraph.Read(file.Message(), model);
                    else if (!file.Is(1, ProtoWire.Varint))
                        model.ForeignField(file);
                }

                break;
            case TensorFlowKind.MetaGraph:
                CheckFields(file.Again(), model);
                TensorFlowMetaGraph.Read(file, model);
                break;
            case TensorFlowKind.Fingerprint: // numbers
                break;
            case TensorFlowKind.KerasMetadata:
                KerasMetadata.Scan(file, context);
                break;
            default:
                CheckFields(file.Again(), model);
                TensorFlowGraph.Read(file, model);
                break;
        }
    }

    // Of a GraphDef or a MetaGraphDef: another loader may take what does not fit for the file's real content.
    private static void CheckFields(ProtoReader file, TensorFlowModel model)
    {
        while (file.Next())
        {
            if (file.Field > 7 || (file.Wire != ProtoWire.Counted && !file.Is(3, ProtoWire.Varint)))
                model.ForeignField(file);
        }
    }

    /// <summary>
    /// By the whole file, since fields come in any order: a SavedModel has a number in field 1, or only field 2; a GraphDef's first field
    /// are nodes, which begin with a name and an operator; the rest is a MetaGraphDef.
    /// </summary>
    private static TensorFlowKind Kind(ProtoReader file)
    {
        bool first = false, graph = false;
        if (KerasMetadata.Fits(file.Again()))
            return TensorFlowKind.KerasMetadata;
        if (TensorFlowFingerprint.Fits(file.Again()))
            return TensorFlowKind.Fingerprint;

        while (file.Next())
        {
            if (file.Is(1, ProtoWire.Varint))
                return TensorFlowKind.SavedModel;
            if (file.Is(1, ProtoWire.Counted))
            {
                first = true;
                graph |= IsNode(file.Message());
            }
        }

        return !first ? TensorFlowKind.SavedModel : graph ? TensorFlowKind.Graph : TensorFlowKind.MetaGraph;
    }

    // NodeDef: 1 name, 2 op, both texts. MetaInfoDef: 1 meta_graph_version, 2 a list of operator definitions.
    private static bool IsNode(ProtoReader message)
    {
        bool name = false, operation = false;
        try
        {
            while (message.Next())
            {
                name |= message.Is(1, ProtoWire.Counted);
                operation |= message.Is(2, ProtoWire.Counted) && message.Length is > 0 and < 200 && message.Text(200).All(static c => c is > ' ' and < (char)0x7F);
            }
        }
        catch (DamagedFileException)
        {
            return false;
        }

        return name && operation;
    }
}
