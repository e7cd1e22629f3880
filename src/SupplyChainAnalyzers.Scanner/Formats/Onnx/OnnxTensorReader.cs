using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// TensorProto: 1 dims, 2 data_type, 3 segment, 4 float_data, 5 int32_data, 6 string_data, 7 int64_data, 8 name, 9 raw_data,
/// 10 double_data, 11 uint64_data, 12 doc_string, 13 external_data, 14 data_location, 16 metadata_props.
/// </summary>
internal static class OnnxTensorReader
{
    private const int MaxName = 256;
    private const int MaxPath = 4096;
    private const int MaxExternal = 64; // location, offset, length, checksum
    private const int External = 1;

    /// <summary>Reads and judges a tensor of a repeated field.</summary>
    public static void Check(ProtoReader fields, OnnxModel model, string kind, long offset)
    {
        var tensor = new OnnxTensor(offset);
        Read(fields, tensor, model);
        OnnxTensorJudge.Judge(tensor, model, OnnxPlace.Of(kind, tensor.Name));
    }

    /// <summary>Adds one occurrence to <paramref name="tensor"/>.</summary>
    public static void Read(ProtoReader fields, OnnxTensor tensor, OnnxModel model)
    {
        while (fields.Next())
        {
            switch (fields.Field, fields.Wire)
            {
                case (1, ProtoWire.Varint or ProtoWire.Counted):
                    fields.Varints(tensor.AddDimension);
                    break;
                case (2, ProtoWire.Varint):
                    tensor.Type = (int)fields.Value;
                    break;
                case (3, ProtoWire.Counted):
                    tensor.IsSegment = true;
                    break;
                case (4, ProtoWire.Fixed32) or (10, ProtoWire.Fixed64):
                    tensor.Entries++;
                    break;
                case (4, ProtoWire.Counted):
                    tensor.Entries += fields.Length / sizeof(float);
                    break;
                case (10, ProtoWire.Counted):
                    tensor.Entries += fields.Length / sizeof(double);
                    break;
                case (5 or 7 or 11, ProtoWire.Varint or ProtoWire.Counted):
                    tensor.Entries += fields.Varints();
                    break;
                case (6, ProtoWire.Counted):
                    tensor.Entries++;
                    model.Texts.Check(fields, $"tensor '{Core.Text.Printable.Of(tensor.Name, 60)}'");
                    break;
                case (8, ProtoWire.Counted):
                    tensor.Name = fields.Text(MaxName);
                    break;
                case (9, ProtoWire.Counted):
                    tensor.RawLength = fields.Length;
                    TensorPrograms.Check(fields.Source, fields.Start, fields.Length, "a tensor", model.Context);
                    break;
                case (12, ProtoWire.Counted):
                    model.Texts.CheckNote(fields, "the description of a tensor");
                    break;
                case (13, ProtoWire.Counted):
                    tensor.External.Add(OnnxStrings.Read(fields.Message(), MaxPath));
                    if (tensor.External.Count > MaxExternal)
                        throw new LimitExceededException("a tensor has its data in too many places", fields.Offset);
                    break;
                case (14, ProtoWire.Varint):
                    tensor.IsExternal = fields.Value == External;
                    break;
                case (16, ProtoWire.Counted):
                    OnnxStrings.Check(fields.Message(), model, "the metadata of a tensor");
                    break;
                default:
                    model.UnknownField(fields, "a tensor");
                    break;
            }
        }
    }
}
