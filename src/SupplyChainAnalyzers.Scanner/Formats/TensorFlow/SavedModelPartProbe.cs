using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// Parts of a SavedModel that have no mark in their first bytes: keras_metadata.pb, fingerprint.pb, the index of
/// a checkpoint, and a saved_model.pb without its
/// version, which TensorFlow loads as well.
/// </summary>
internal sealed class SavedModelPartProbe : IFormatProbe
{
    private const int MaxName = 512;

    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.Unknown, ModelFormats.PlainText];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        if (file.Length == 0 || sniffed == ModelFormats.PlainText && file.ReadByte(0, "its first field") != '\n') // field 1 begins like an empty line
            return sniffed;

        if (CheckpointIndex.Fits(file))
            return ModelFormats.TfSavedModel;

        var message = ProtoReader.Of(file);
        return Is(KerasMetadata.Fits, message) || Is(TensorFlowFingerprint.Fits, message) || Is(IsModel, message) ? ModelFormats.TfSavedModel
            : Is(IsKnownGraph, message) ? ModelFormats.TfGraphDef : sniffed;
    }

    private static bool Is(Func<ProtoReader, bool> fits, ProtoReader message)
    {
        try
        {
            return fits(message.Again());
        }
        catch (DamagedFileException)
        {
            return false;
        }
    }

    // 2 meta_graphs { 2 graph_def { 1 node { 1 name, 2 op } } }, nothing else on the way.
    private static bool IsModel(ProtoReader file) => file.Next() && file.Is(2, ProtoWire.Counted) && Nodes(file.Message()) && !file.Next();

    private static bool Nodes(ProtoReader meta)
    {
        while (meta.Next())
        {
            if (meta.Is(2, ProtoWire.Counted))
                return IsGraph(meta.Message());
            if (!meta.Is(1, ProtoWire.Counted))
                return false;
        }

        return false;
    }

    private static bool IsGraph(ProtoReader graph)
    {
        var nodes = 0;
        while (graph.Next())
        {
            if (graph.Is(1, ProtoWire.Counted) && !IsNode(graph.Message()))
                return false;

            nodes++;
        }

        return nodes > 0;
    }

    // A graph of one node without attributes says too little in its first bytes; its operator says enough.
    private static bool IsKnownGraph(ProtoReader graph)
    {
        var known = false;
        while (graph.Next())
        {
            if (graph.Is(1, ProtoWire.Counted) ? !IsNode(graph.Message()) : !(graph.Is(2, ProtoWire.Counted) || graph.Is(3, ProtoWire.Varint) || graph.Is(4, ProtoWire.Counted)))
                return false;

            known |= graph.Field == 1 && TensorFlowNodeJudge.IsKnown(TensorFlowNode.Named(graph.Message(), graph.Offset).Operation);
        }

        return known;
    }

    private static bool IsNode(ProtoReader node)
    {
        while (node.Next())
        {
            if (node.Is(2, ProtoWire.Counted))
                return node.Text(MaxName).All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '>' or '.' or '-');
        }

        return false;
    }
}
