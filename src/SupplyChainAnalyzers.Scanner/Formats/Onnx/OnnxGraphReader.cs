using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// GraphProto: 1 node, 2 name, 5 initializer, 10 doc_string, 11 input, 12 output, 13 value_info, 14 quantization_annotation,
/// 15 sparse_initializer, 16 metadata_props. Nodes hold attributes, which hold graphs again: the depth is protobuf's own.
/// </summary>
internal sealed class OnnxGraphReader
{
    private readonly OnnxModel _model;
    private readonly OnnxNodeJudge _judge;

    public OnnxGraphReader(OnnxModel model)
    {
        _model = model;
        _judge = new OnnxNodeJudge(model);
        Attributes = new OnnxAttributeReader(model, this);
    }

    public OnnxAttributeReader Attributes { get; }

    /// <summary>Reads a graph.</summary>
    /// <param name="graph">It.</param>
    /// <param name="caller">The function it is part of, as <see cref="OnnxFunctions.Key"/>; null for the model's own graph.</param>
    public void Read(ProtoReader graph, string? caller)
    {
        while (graph.Next())
        {
            switch (graph.Field, graph.Wire)
            {
                case (1, ProtoWire.Counted):
                    ReadNode(graph.Message(), graph.Offset, caller);
                    break;
                case (5, ProtoWire.Counted):
                    OnnxTensorReader.Check(graph.Message(), _model, "initializer", graph.Offset);
                    break;
                case (10, ProtoWire.Counted):
                    _model.Texts.CheckNote(graph, "the description of the graph");
                    break;
                case (15, ProtoWire.Counted):
                    OnnxSparseTensor.Check([graph.Message()], _model, "initializer", graph.Offset);
                    break;
                case (16, ProtoWire.Counted):
                    OnnxStrings.Check(graph.Message(), _model, "the metadata of the graph");
                    break;
                case (2 or 11 or 12 or 13 or 14, ProtoWire.Counted): // names and types
                    break;
                default:
                    _model.UnknownField(graph, "a graph");
                    break;
            }
        }
    }

    /// <summary>
    /// NodeProto: 1 input, 2 output, 3 name, 4 op_type, 5 attribute, 6 doc_string, 7 domain, 8 overload, 9 metadata_props,
    /// 10 device_configurations.
    /// </summary>
    public void ReadNode(ProtoReader fields, long offset, string? caller)
    {
        _model.TakeNode(offset);
        var node = OnnxNode.Read(fields.Again(), offset);
        if (caller is not null)
            _model.Functions.AddNode(caller, node);

        _judge.Judge(node, fields.Again());
        while (fields.Next())
        {
            switch (fields.Field, fields.Wire)
            {
                case (5, ProtoWire.Counted):
                    Attributes.Read(fields.Message(), node.Place, caller);
                    break;
                case (6, ProtoWire.Counted):
                    _model.Texts.CheckNote(fields, $"the description of {node.Place}");
                    break;
                case (9, ProtoWire.Counted):
                    OnnxStrings.Check(fields.Message(), _model, $"the metadata of {node.Place}");
                    break;
                case (1 or 2 or 3 or 4 or 7 or 8 or 10, ProtoWire.Counted):
                    break;
                default:
                    _model.UnknownField(fields, "a node");
                    break;
            }
        }
    }
}
