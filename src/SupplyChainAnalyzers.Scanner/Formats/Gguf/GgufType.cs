namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>Types of metadata values (ggml docs/gguf.md, gguf_metadata_value_type).</summary>
internal static class GgufType
{
    public const uint UInt32 = 4;
    public const uint Int32 = 5;
    public const uint Float32 = 6;
    public const uint Bool = 7;
    public const uint Text = 8;
    public const uint Array = 9;

    /// <summary>Bytes of a value: 0 for text and arrays, -1 for a type that does not exist.</summary>
    public static int Size(uint type) => type switch
    {
        0 or 1 or Bool => 1,
        2 or 3 => 2,
        UInt32 or Int32 or Float32 => 4,
        10 or 11 or 12 => 8,
        Text or Array => 0,
        _ => -1,
    };
}
