namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Elements;

/// <summary>How a file of weights keeps numbers.</summary>
/// <param name="Elements">Of a block; a row has whole blocks.</param>
/// <param name="Bytes">Of a block.</param>
/// <param name="Decode">Makes numbers of it.</param>
/// <param name="IsQuantized">Whether numbers of a block share a scale, so that a copy is near the original and not equal.</param>
internal sealed record ElementType(int Elements, int Bytes, ElementDecoder Decode, bool IsQuantized = false)
{
    private static readonly Dictionary<string, ElementType> Known = new(StringComparer.Ordinal)
    {
        ["F64"] = new(1, 8, PlainDecoders.F64),
        ["F32"] = new(1, 4, PlainDecoders.F32),
        ["F16"] = new(1, 2, PlainDecoders.F16),
        ["BF16"] = new(1, 2, PlainDecoders.BF16),
        ["F8_E4M3"] = new(1, 1, PlainDecoders.F8E4M3),
        ["F8_E5M2"] = new(1, 1, PlainDecoders.F8E5M2),
        ["I8"] = new(1, 1, PlainDecoders.I8),
        ["U8"] = new(1, 1, PlainDecoders.U8),
        ["Q4_0"] = new(32, 18, BlockDecoders.Q4Zero, true),
        ["Q4_1"] = new(32, 20, BlockDecoders.Q4One, true),
        ["Q5_0"] = new(32, 22, BlockDecoders.Q5Zero, true),
        ["Q5_1"] = new(32, 24, BlockDecoders.Q5One, true),
        ["Q8_0"] = new(32, 34, BlockDecoders.Q8Zero, true),
        ["Q4_K"] = new(256, 144, SuperBlockDecoders.Q4K, true),
        ["Q5_K"] = new(256, 176, SuperBlockDecoders.Q5K, true),
        ["Q6_K"] = new(256, 210, SuperBlockDecoders.Q6K, true),
    };

    /// <summary>By the name safetensors or ggml has for it; null for one whose numbers cannot be had here.</summary>
    public static ElementType? Of(string name) => Known.GetValueOrDefault(name);
}
