using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.MxNet;

/// <summary>
/// MXNet parameters (mxnet src/ndarray/ndarray.cc): 112 hex (8) · 0 (8) · how many arrays (8), then arrays, then how many names (8), each a
/// length (8) and as many bytes. An array: mark (4) · storage (4, from the second version on; 0 is dense) · dimensions (4), each 8 bytes
/// · device (8) · type (4) · numbers. It holds nothing to act on.
/// </summary>
internal sealed class MxNetScanner : IFormatScanner
{
    private const uint SecondVersion = 0xF993FAC9;
    private const uint ThirdVersion = 0xF993FACA;
    private const uint MaxDimensions = 64;
    private const ulong MaxArrays = 10_000_000;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.MxNet];

    public void Scan(ByteSource source, ScanContext context)
    {
        var arrays = source.ReadUInt64(16, "its header");
        if (arrays > MaxArrays)
            throw new DamagedFileException($"it counts {arrays} arrays", 16);

        var offset = 24L;
        for (ulong i = 0; i < arrays; i++)
            offset = Array(source, offset, context);

        var names = source.ReadUInt64(offset, "its names");
        offset += 8;
        for (ulong i = 0; i < names; i++)
            offset = Step(source, offset + 8, source.ReadUInt64(offset, "a name"));

        if (offset < source.Length)
            context.Report(Rules.TrailingData, $"holds {source.Length - offset} bytes behind its names, which no loader reads; ask its author what they are for", offset);
    }

    private static long Array(ByteSource source, long start, ScanContext context)
    {
        var mark = source.ReadUInt32(start, "an array");
        if (mark is not (SecondVersion or ThirdVersion))
            throw new DamagedFileException("an array has a mark that is not known here", start);
        if (source.ReadUInt32(start + 4, "an array") != 0)
            throw new DamagedFileException("an array is stored sparsely, which is not read here", start + 4);

        var dimensions = source.ReadUInt32(start + 8, "an array");
        if (dimensions > MaxDimensions)
            throw new DamagedFileException($"an array has {dimensions} dimensions", start + 8);

        UInt128 elements = 1;
        for (uint i = 0; i < dimensions; i++)
            elements = elements > ulong.MaxValue ? elements : elements * source.ReadUInt64(start + 12 + (8 * i), "an array");

        var behind = start + 12 + (8 * dimensions);
        if (dimensions == 0)
            return behind;

        var size = Size(source.ReadUInt32(behind + 8, "an array")) ?? throw new DamagedFileException("an array has a type that is not known", behind + 8);
        if (elements <= ulong.MaxValue && elements * (uint)size <= (UInt128)(source.Length - behind - 12))
            return behind + 12 + (long)(elements * (uint)size);

        context.Report(Rules.TensorSizeLie, "claims an array that is larger than the file: loaders that believe it read or write outside their memory; do not use it", start, Severity.High);
        throw new DamagedFileException("its arrays do not fit into it", start);
    }

    private static long Step(ByteSource source, long offset, ulong bytes) =>
        offset <= source.Length && bytes <= (ulong)(source.Length - offset) ? offset + (long)bytes : throw new DamagedFileException("a name is longer than the file", offset);

    // mshadow's TypeFlag.
    private static int? Size(uint type) => type switch
    {
        3 or 5 or 7 => 1, // uint8 int8 bool
        2 or 8 or 9 or 12 => 2, // float16 int16 uint16 bfloat16
        0 or 4 or 10 => 4, // float32 int32 uint32
        1 or 6 or 11 => 8, // float64 int64 uint64
        _ => null,
    };
}
