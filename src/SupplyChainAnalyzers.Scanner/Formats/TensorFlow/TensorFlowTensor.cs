using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// TensorProto (tensor.proto): 1 dtype, 2 tensor_shape { 2 dim { 1 size } }, 4 tensor_content, 8 string_val, 15 variant_val { 2 metadata,
/// 3 tensors }; the rest are numbers. A single value stands for all elements, so few values are no lie, but more than the shape are.
/// </summary>
internal static class TensorFlowTensor
{
    /// <summary>Elements no machine holds: TensorFlow reserves what the shape says.</summary>
    private static readonly UInt128 MaxElements = (UInt128)1 << 40;

    public static void Check(ProtoReader tensor, TensorFlowModel model, string where, long offset)
    {
        UInt128 elements = 1;
        long type = 0, content = 0;
        while (tensor.Next())
        {
            switch (tensor.Field, tensor.Wire)
            {
                case (1, ProtoWire.Varint):
                    type = (long)tensor.Value;
                    break;
                case (2, ProtoWire.Counted):
                    elements = Times(elements, Elements(tensor.Message()));
                    break;
                case (4, ProtoWire.Counted):
                    content = tensor.Length;
                    TensorPrograms.Check(tensor.Source, tensor.Start, tensor.Length, $"a constant of {where}", model.Context);
                    break;
                case (8, ProtoWire.Counted):
                    model.Texts.Check(tensor, $"a constant of {where}");
                    break;
                case (15, ProtoWire.Counted):
                    CheckVariant(tensor.Message(), model, where);
                    break;
            }
        }

        if (elements > MaxElements)
            Lie(model, offset, $"claims an impossible shape for a constant of {where}");
        else if (content > 0 && Size(type) is { } size && elements * (ulong)size != (ulong)content)
            Lie(model, offset, $"claims {elements} elements for a constant of {where}, but holds {content} bytes of data");
    }

    private static void CheckVariant(ProtoReader variant, TensorFlowModel model, string where)
    {
        while (variant.Next())
        {
            if (variant.Is(2, ProtoWire.Counted))
                model.Texts.Check(variant, $"a constant of {where}");
            else if (variant.Is(3, ProtoWire.Counted))
                Check(variant.Message(), model, where, variant.Offset);
        }
    }

    private static UInt128 Elements(ProtoReader shape)
    {
        UInt128 elements = 1;
        while (shape.Next())
        {
            if (!shape.Is(2, ProtoWire.Counted))
                continue;

            long size = 0;
            var dimension = shape.Message();
            while (dimension.Next())
            {
                if (dimension.Is(1, ProtoWire.Varint))
                    size = (long)dimension.Value;
            }

            elements = size < 0 ? UInt128.MaxValue : Times(elements, (ulong)size);
        }

        return elements;
    }

    private static UInt128 Times(UInt128 left, UInt128 right) => left > 0 && right > UInt128.MaxValue / left ? UInt128.MaxValue : left * right;

    // Bytes of an element by types.proto; null for texts, handles and types that have no fixed size.
    private static int? Size(long type) => type switch
    {
        4 or 6 or 10 or 11 or 12 or (>= 24 and <= 28) => 1, // UINT8 INT8 BOOL QINT8 QUINT8 FLOAT8…
        5 or 14 or 15 or 16 or 17 or 19 => 2, // INT16 BFLOAT16 QINT16 QUINT16 UINT16 HALF
        1 or 3 or 13 or 22 => 4, // FLOAT INT32 QINT32 UINT32
        2 or 8 or 9 or 23 => 8, // DOUBLE COMPLEX64 INT64 UINT64
        18 => 16, // COMPLEX128
        _ => null,
    };

    private static void Lie(TensorFlowModel model, long offset, string message) =>
        model.Context.Report(Rules.TensorSizeLie, message + ": loaders that believe it read or write outside their memory; do not use it", offset, Severity.High);
}
