using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Paddle;

/// <summary>
/// Tensors one after the other (paddle lod_tensor.cc, tensor_util.cc): version 0 (4) · nesting levels (8), each a length (8) and as many
/// bytes · version 0 (4) · length of the description (4) · TensorDesc { 1 data_type, 2 dims } · numbers.
/// </summary>
internal static class PaddleParameters
{
    private const int MaxLevels = 64;
    private const uint MaxDescription = 4096;

    public static void Check(ByteSource source, ScanContext context)
    {
        for (long offset = 0; offset < source.Length;)
            offset = After(source, offset, context);
    }

    private static long After(ByteSource source, long start, ScanContext context)
    {
        var levels = source.ReadUInt64(start + 4, "a tensor");
        if (source.ReadUInt32(start, "a tensor") != 0 || levels > MaxLevels)
            throw new DamagedFileException("no tensor begins where one should", start);

        var offset = start + 12;
        for (ulong level = 0; level < levels; level++)
            offset = Step(source, offset + 8, source.ReadUInt64(offset, "a tensor"));

        var length = source.ReadUInt32(offset + 4, "a tensor");
        if (source.ReadUInt32(offset, "a tensor") != 0 || length > MaxDescription)
            throw new DamagedFileException("a tensor has no valid description", offset);

        var description = ProtoReader.Of(new SliceSource(source, offset + 8, length, "a tensor's description"));
        offset += 8 + length;
        var bytes = Bytes(description);
        if (bytes is null || bytes > (UInt128)(source.Length - offset))
        {
            context.Report(Rules.TensorSizeLie, "claims a tensor that is larger than the file: loaders that believe it read or write outside their memory; do not use it", start, Severity.High);
            throw new DamagedFileException("its tensors do not fit into it", start);
        }

        return offset + (long)bytes;
    }

    private static long Step(ByteSource source, long offset, ulong bytes) =>
        bytes <= (ulong)(source.Length - offset) ? offset + (long)bytes : throw new DamagedFileException("a tensor is longer than the file", offset);

    // Null for a shape or a type that is none.
    private static UInt128? Bytes(ProtoReader description)
    {
        long type = -1;
        UInt128 elements = 1;
        var isNegative = false;
        while (description.Next())
        {
            if (description.Is(1, ProtoWire.Varint))
                type = (long)description.Value;
            else if (description.Field == 2 && description.Wire is ProtoWire.Varint or ProtoWire.Counted)
                description.Varints(size => (isNegative, elements) = (isNegative || size < 0, elements > ulong.MaxValue ? elements : elements * (ulong)Math.Max(size, 0)));
        }

        return isNegative || Size(type) is not { } each || elements > ulong.MaxValue ? null : elements * (uint)each;
    }

    // VarType.Type.
    private static int? Size(long type) => type switch
    {
        0 or 20 or 21 => 1, // BOOL UINT8 INT8
        1 or 4 or 22 => 2, // INT16 FP16 BF16
        2 or 5 => 4, // INT32 FP32
        3 or 6 or 23 => 8, // INT64 FP64 COMPLEX64
        24 => 16, // COMPLEX128
        _ => null,
    };
}
