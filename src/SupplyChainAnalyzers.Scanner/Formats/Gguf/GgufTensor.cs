namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>One tensor as a GGUF file describes it; nothing of it is checked.</summary>
/// <param name="Name">Hostile.</param>
/// <param name="Sizes">Elements in each dimension, those of a row first.</param>
/// <param name="Type">See <see cref="GgmlBlock"/>.</param>
/// <param name="Offset">Of its first byte, from where the tensors begin.</param>
internal sealed record GgufTensor(string Name, ulong[] Sizes, uint Type, ulong Offset)
{
    private const int MaxDimensions = 4; // GGML_MAX_DIMS

    // enum ggml_type of ggml.h.
    private static readonly string[] Types =
    [
        "F32", "F16", "Q4_0", "Q4_1", "type 4", "type 5", "Q5_0", "Q5_1", "Q8_0", "Q8_1", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K", "Q8_K", "IQ2_XXS", "IQ2_XS", "IQ3_XXS",
        "IQ1_S", "IQ4_NL", "IQ3_S", "IQ2_S", "IQ4_XS", "I8", "I16", "I32", "I64", "F64", "IQ1_M", "BF16",
    ];

    /// <summary>As ggml calls the type.</summary>
    public string TypeName { get; } = Type < Types.Length ? Types[Type] : FormattableString.Invariant($"type {Type}");

    /// <exception cref="DamagedFileException">The file ends before.</exception>
    public static GgufTensor Read(GgufCursor cursor)
    {
        var length = cursor.Count("a name");
        if (length > (ulong)cursor.Remaining)
            throw new DamagedFileException("the file ends within a name", cursor.Position);

        var name = cursor.Text((long)length, ushort.MaxValue, "a name");
        var sizes = new ulong[Math.Min(MaxDimensions, cursor.U32("a tensor"))];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = cursor.Count("a tensor");
        return new GgufTensor(name, sizes, cursor.U32("a tensor"), cursor.U64("a tensor"));
    }
}
