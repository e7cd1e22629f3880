using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Gguf;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>Tensors, metadata and tokens of a GGUF file, little-endian.</summary>
internal static class GgufCheckpoint
{
    private const int MaxTensors = 100_000; // kept in memory at once
    private const int MaxTexts = 2000;
    private const int VersionAt = 4;

    /// <exception cref="DamagedFileException">It lies, or ends too early.</exception>
    /// <exception cref="LimitExceededException">Too many tensors or tokens.</exception>
    public static Checkpoint Read(ByteSource file)
    {
        var header = GgufHeader.Read(file);
        if (header.Version != file.ReadUInt32(VersionAt, "its header"))
            throw new DamagedFileException("it is big-endian, which is not compared here", VersionAt);

        var (texts, numbers) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal));
        var lists = new Dictionary<string, (uint Type, long Count, long At)>(StringComparer.Ordinal);
        var metadata = new GgufMetadata(header, ScanContext.ForFile("", new FindingSink(), Neighbours.None))
        {
            Lists = (key, type, count, at) => lists[key] = (type, count, at),
            Numbers = (key, value) => numbers[key] = value,
        };
        metadata.Read((key, text, _) =>
        {
            if (texts.Count < MaxTexts)
                texts.TryAdd(key, text);
        });
        if (header.Tensors > MaxTensors)
            throw new LimitExceededException($"it has more than {MaxTensors} tensors");

        var described = new List<GgufTensor>();
        for (ulong i = 0; i < header.Tensors; i++)
            described.Add(GgufTensor.Read(header.Cursor));

        var start = (header.Cursor.Position + metadata.Facts.Alignment - 1) / metadata.Facts.Alignment * metadata.Facts.Alignment;
        return new Checkpoint(ModelFormats.Gguf, [.. described.Select(tensor => Tensor(file, tensor, start))], texts, numbers)
        {
            Tokenizer = GgufTokens.Read(header.Cursor, lists, numbers),
        };
    }

    private static CheckpointTensor Tensor(ByteSource file, GgufTensor tensor, long start)
    {
        var block = GgmlBlock.Of(tensor.Type);
        UInt128 elements = 1;
        foreach (var size in tensor.Sizes)
            elements = elements > long.MaxValue ? elements : elements * size;
        if (block.Elements == 0 || elements > long.MaxValue / 16 || tensor.Offset > long.MaxValue / 2)
            throw new DamagedFileException($"its tensor '{Printable.Of(tensor.Name, 80)}' has a type, size or place that cannot be", start);

        var bytes = (long)elements / block.Elements * block.Bytes;
        return new CheckpointTensor(tensor.Name, tensor.TypeName, [.. tensor.Sizes.Reverse().Select(static size => (long)size)], new SliceSource(file, start + (long)tensor.Offset, bytes, "a tensor"));
    }
}
