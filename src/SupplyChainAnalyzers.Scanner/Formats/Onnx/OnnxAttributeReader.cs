using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// AttributeProto: 1 name, 2 f, 3 i, 4 s, 5 t, 6 g, 7 floats, 8 ints, 9 strings, 10 tensors, 11 graphs, 13 doc_string, 14 tp,
/// 15 type_protos, 20 type, 21 ref_attr_name, 22 sparse_tensor, 23 sparse_tensors. The type is not believed: whatever is there is read.
/// </summary>
internal sealed class OnnxAttributeReader(OnnxModel model, OnnxGraphReader graphs)
{
    public void Read(ProtoReader attribute, OnnxPlace owner, string? caller)
    {
        OnnxTensor? single = null;
        List<ProtoReader>? sparse = null;
        var offset = 0L; // of the last sparse tensor
        while (attribute.Next())
        {
            switch (attribute.Field, attribute.Wire)
            {
                case (4 or 9 or 13, ProtoWire.Counted):
                    model.Texts.Check(attribute, $"an attribute of {owner}");
                    break;
                case (5, ProtoWire.Counted): // single: a second one adds to the first
                    single ??= new OnnxTensor(attribute.Offset);
                    OnnxTensorReader.Read(attribute.Message(), single, model);
                    break;
                case (10, ProtoWire.Counted):
                    OnnxTensorReader.Check(attribute.Message(), model, $"tensor of {owner}", attribute.Offset);
                    break;
                case (6 or 11, ProtoWire.Counted):
                    graphs.Read(attribute.Message(), caller);
                    break;
                case (22, ProtoWire.Counted) when (sparse ??= []).Count < MaxMerged:
                    sparse.Add(attribute.Message());
                    offset = attribute.Offset;
                    break;
                case (23, ProtoWire.Counted):
                    OnnxSparseTensor.Check([attribute.Message()], model, $"tensor of {owner}", attribute.Offset);
                    break;
                case (1 or 7 or 8 or 14 or 15 or 21, ProtoWire.Counted):
                case (3 or 8 or 20, ProtoWire.Varint):
                case (2 or 7, ProtoWire.Fixed32):
                    break;
                default:
                    model.UnknownField(attribute, "an attribute");
                    break;
            }
        }

        if (single is not null)
            OnnxTensorJudge.Judge(single, model, OnnxPlace.Of("tensor", single.Name).In(owner));
        if (sparse is not null)
            OnnxSparseTensor.Check(sparse, model, $"tensor of {owner}", offset);
    }

    // Nobody writes a single field twice; whoever writes it so often gets the finding of an unknown field.
    private const int MaxMerged = 16;
}
