using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// ONNX (onnx.proto3): a protobuf ModelProto without any frame around it. Its fields up to the end of the file must be
/// those of that message, with their wire types, and a graph among them.
/// </summary>
internal sealed class OnnxProbe : IFormatProbe
{
    private const int GraphField = 7;
    private const int MaxFields = 1 << 20; // metadata and functions repeat, thousands of times at most
    private const int Varint = 0;
    private const int Counted = 2;

    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.Onnx];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        var hasGraph = false;
        var offset = 0L;
        for (var fields = 0; offset < file.Length; fields++)
        {
            var start = offset;
            var tag = ReadVarint(file, ref offset);
            if (fields == MaxFields || WireType(tag >> 3) != (int)(tag & 7))
                throw new DamagedFileException($"field {tag >> 3} does not belong into an ONNX model", start);

            hasGraph |= tag >> 3 == GraphField;
            var value = ReadVarint(file, ref offset);
            if ((tag & 7) == Counted)
            {
                if (value > (ulong)(file.Length - offset))
                    throw new DamagedFileException($"field {tag >> 3} is longer than the file", start);

                offset += (long)value;
            }
        }

        return hasGraph ? ModelFormats.Onnx : throw new DamagedFileException("it has no graph", file.Length);
    }

    private static int WireType(ulong field) => field switch
    {
        1 or 5 => Varint, // ir_version, model_version
        2 or 3 or 4 or 6 or GraphField or 8 => Counted, // producer name and version, domain, doc_string, graph, opset_import
        14 or 20 or 25 or 26 => Counted, // metadata_props, training_info, functions, configuration
        _ => -1,
    };

    private static ulong ReadVarint(ByteSource file, ref long offset)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = file.ReadByte(offset++, "a number");
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw new DamagedFileException("a number is longer than ten bytes", offset);
    }
}
