using System.Buffers.Binary;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Gguf;

/// <summary>Writes GGUF files, honest ones and others.</summary>
internal sealed class GgufFile(uint version = 3, bool bigEndian = false)
{
    public const uint U8 = 0;
    public const uint U32 = 4;
    public const uint I32 = 5;
    public const uint F32 = 6;
    public const uint Bool = 7;
    public const uint Text = 8;
    public const uint List = 9;
    public const uint U64 = 10;

    private readonly List<byte> _metadata = [];
    private readonly List<byte> _tensors = [];
    private readonly List<byte> _data = [];

    public ulong Entries { get; set; }

    public ulong Tensors { get; set; }

    public int Alignment { get; set; } = 32;

    /// <summary>What a converter writes for a small model.</summary>
    public static GgufFile Honest(uint version = 3, bool bigEndian = false) => new GgufFile(version, bigEndian)
        .Add("general.architecture", "llama").Add("general.name", "tiny").Add("general.source.url", "https://example.org/tiny")
        .Number("llama.block_count", 1).Strings("general.tags", "text-generation", "tiny")
        .Add("tokenizer.ggml.model", "llama").Strings("tokenizer.ggml.tokens", "<unk>", "<s>", "</s>", "os.system")
        .Raw("tokenizer.ggml.scores", List, new GgufFile(version, bigEndian).Item(F32).Count(4).Bytes(new byte[16]))
        .Raw("tokenizer.ggml.token_type", List, new GgufFile(version, bigEndian).Item(I32).Count(4).Bytes(new byte[16]))
        .Tensor("token_embd.weight", 0, 4, 4).Tensor("blk.0.attn_q.weight", 2, 32, 2).Tensor("output_norm.weight", 30, 3);

    public GgufFile Add(string key, string value) => Raw(key, Text, new GgufFile(version, bigEndian).String(value));

    public GgufFile Number(string key, uint value) => Raw(key, U32, new GgufFile(version, bigEndian).Item(value));

    public GgufFile Strings(string key, params string[] values)
    {
        var list = new GgufFile(version, bigEndian).Item(Text).Count((ulong)values.Length);
        foreach (var value in values)
            list.String(value);
        return Raw(key, List, list);
    }

    public GgufFile Raw(string key, uint type, GgufFile value)
    {
        Entries++;
        String(key).Item(type);
        _metadata.AddRange(value._metadata);
        return this;
    }

    public GgufFile Tensor(string name, uint type, params ulong[] dimensions)
    {
        var (elements, bytes) = type switch { 0 => (1UL, 4UL), 2 => (32UL, 18UL), _ => (1UL, 2UL) };
        var size = dimensions.Aggregate(1UL, static (a, b) => a * b) / elements * bytes;
        Tensor(name, type, (ulong)_data.Count, dimensions);
        _data.AddRange(new byte[(int)((size + (ulong)Alignment - 1) / (ulong)Alignment * (ulong)Alignment)]);
        return this;
    }

    public GgufFile Tensor(string name, uint type, ulong offset, ulong[] dimensions)
    {
        Tensors++;
        var description = new GgufFile(version, bigEndian).String(name).Item((uint)dimensions.Length);
        foreach (var dimension in dimensions)
            description.Count(dimension);
        description.Item(type).Wide(offset);
        _tensors.AddRange(description._metadata);
        return this;
    }

    public GgufFile String(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Count((ulong)bytes.Length).Bytes(bytes);
    }

    public GgufFile Item(uint value)
    {
        var bytes = new byte[4];
        if (bigEndian) BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Bytes(bytes);
    }

    public GgufFile Count(ulong value) => version == 1 ? Item((uint)value) : Wide(value);

    public GgufFile Wide(ulong value)
    {
        var bytes = new byte[8];
        if (bigEndian) BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        else BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return Bytes(bytes);
    }

    public GgufFile Bytes(byte[] bytes)
    {
        _metadata.AddRange(bytes);
        return this;
    }

    public GgufFile Data(byte[] bytes)
    {
        _data.AddRange(bytes);
        return this;
    }

    public byte[] Write()
    {
        byte[] head = [.. "GGUF"u8, .. new GgufFile(version, bigEndian).Item(version).Count(Tensors).Count(Entries)._metadata, .. _metadata, .. _tensors];
        return [.. head, .. new byte[_data.Count == 0 ? 0 : (Alignment - (head.Length % Alignment)) % Alignment], .. _data];
    }
}
