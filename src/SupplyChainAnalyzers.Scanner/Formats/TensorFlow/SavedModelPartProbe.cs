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

        if (!IsFirstTag(file.ReadByte(0, "its first field")))
            return sniffed;

        var message = ProtoReader.Of(file);
        return Is(KerasMetadata.Fits, message) || Is(TensorFlowFingerprint.Fits, message) || Is(IsModel, message) ? ModelFormats.TfSavedModel
            : Is(IsKnownGraph, message) ? ModelFormats.TfGraphDef : sniffed;
    }

    // Fields 1 to 7, a number or a counted value: what the parts begin with. Most other files end here, without an exception each.
    private static bool IsFirstTag(byte tag) => tag >> 3 is >= 1 and <= 7 && (tag & 7) is 0 or 1 or 2;

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

    // 1 schema version, 2 meta_graphs { any of its seven fields, among them 2 graph_def { 1 node { 1 name, 2 op } } }.
    private static bool IsModel(ProtoReader file)
    {
        var graph = false;
        while (file.Next())
        {
            if (file.Is(2, ProtoWire.Counted))
                graph |= Nodes(file.Message());
            else if (!file.Is(1, ProtoWire.Varint))
                return false;
        }

        return graph;
    }

    private static bool Nodes(ProtoReader meta)
    {
        var graph = false;
        while (meta.Next())
        {
            if (meta.Wire != ProtoWire.Counted || meta.Field > 7)
                return false;

            graph |= meta.Field == 2 && IsGraph(meta.Message());
        }

        return graph;
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
