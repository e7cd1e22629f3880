using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Tar;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// What torch.save wrote before 1.6 (torch/serialization.py, <c>_legacy_save</c>): five pickles (number, protocol, system, object,
/// keys of storages), then for each key the number of elements in eight bytes and the elements.
/// </summary>
internal static class LegacyTorch
{
    private const int PicklesBeforeKeys = 4;

    private static readonly byte[] Number = [0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, (byte)'.'];

    public static bool Starts(ByteSource source)
    {
        Span<byte> head = stackalloc byte[2 + Number.Length];
        return source.Read(0, head) == head.Length && head[0] == PickleOpcodes.Proto && head[2..].SequenceEqual(Number);
    }

    /// <summary>Before 0.2 it was a tar with pickles in it.</summary>
    public static bool IsTar(ByteSource source)
    {
        Span<byte> block = stackalloc byte[TarHeader.BlockSize];
        if (source.Read(0, block) != block.Length || !TarHeader.HasChecksum(block))
            return false; // as good as always, and an exception costs more than all the rest of a small file

        try
        {
            return new TarProbe().Probe(source, ModelFormats.Tar) == ModelFormats.PyTorchLegacy;
        }
        catch (DamagedFileException)
        {
            return false;
        }
    }

    public static void Scan(ByteSource source, ScanContext context)
    {
        var file = new PickleFile(source, context);
        long? next = 0;
        for (var i = 0; i < PicklesBeforeKeys && next is not null; i++)
            next = file.ScanOne(next.Value);

        WeightsOnly.Note(file, context);
        if (next is not { } keysAt || file.ScanOne(keysAt) is not { } end)
            return;

        end = SkipStorages(source, file, PickledTexts.Read(source, keysAt) ?? throw new DamagedFileException("its list of tensors holds more than names", keysAt), end);
        if (end < source.Length)
            context.Report(Rules.TrailingData, $"goes on for {source.Length - end} bytes behind its last tensor; ask its author what they are", end);
    }

    private static long SkipStorages(ByteSource source, PickleFile file, List<string> keys, long offset)
    {
        foreach (var key in keys)
        {
            if (!file.Storages.TryGetValue(key, out var type) || ElementSize(type) is not (> 0 and var size))
                throw new DamagedFileException("a tensor has no type", offset);

            var count = source.ReadUInt64(offset, "a tensor");
            if (count > (ulong)((source.Length - offset - 8) / size))
                throw new DamagedFileException("a tensor is longer than the file", offset);

            offset += 8 + ((long)count * size);
        }

        return offset;
    }

    /// <summary>Bytes of an element by the name of the storage; 0 when it is no storage.</summary>
    public static int ElementSize(string storage) => storage switch
    {
        "ByteStorage" or "CharStorage" or "BoolStorage" or "QInt8Storage" or "QUInt8Storage" or "QUInt4x2Storage" or "QUInt2x4Storage" or "UntypedStorage" => 1,
        "ShortStorage" or "HalfStorage" or "BFloat16Storage" => 2,
        "IntStorage" or "FloatStorage" or "QInt32Storage" => 4,
        "LongStorage" or "DoubleStorage" or "ComplexFloatStorage" => 8,
        "ComplexDoubleStorage" => 16,
        _ => 0,
    };
}
