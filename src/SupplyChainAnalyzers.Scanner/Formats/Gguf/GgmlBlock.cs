namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>
/// How ggml stores a tensor's elements: in blocks of so many elements and bytes (ggml.c type_traits; gguf-py constants
/// GGML_QUANT_SIZES).
/// </summary>
/// <param name="Elements">Elements of a block; a row is a multiple of it. 0: nobody defined the type.</param>
/// <param name="Bytes">Bytes of a block.</param>
internal readonly record struct GgmlBlock(int Elements, int Bytes)
{
    private const int K = 256; // QK_K

    /// <summary>Of a type's number. Numbers that were retired keep their layout: old files are read to their end.</summary>
    public static GgmlBlock Of(uint type) => type switch
    {
        0 => new(1, 4), // F32
        1 or 30 => new(1, 2), // F16, BF16
        2 => new(32, 18), // Q4_0
        3 => new(32, 20), // Q4_1
        4 => new(16, 10), // Q4_2
        5 => new(16, 12), // Q4_3
        6 => new(32, 22), // Q5_0
        7 => new(32, 24), // Q5_1
        8 => new(32, 34), // Q8_0
        9 => new(32, 36), // Q8_1
        10 => new(K, 84), // Q2_K
        11 => new(K, 110), // Q3_K
        12 => new(K, 144), // Q4_K
        13 => new(K, 176), // Q5_K
        14 => new(K, 210), // Q6_K
        15 => new(K, 292), // Q8_K
        16 => new(K, 66), // IQ2_XXS
        17 => new(K, 74), // IQ2_XS
        18 => new(K, 98), // IQ3_XXS
        19 => new(K, 50), // IQ1_S
        20 => new(32, 18), // IQ4_NL
        21 => new(K, 110), // IQ3_S
        22 => new(K, 82), // IQ2_S
        23 => new(K, 136), // IQ4_XS
        24 => new(1, 1), // I8
        25 => new(1, 2), // I16
        26 => new(1, 4), // I32
        27 or 28 => new(1, 8), // I64, F64
        29 => new(K, 56), // IQ1_M
        31 or 32 or 33 => new(32, 18), // Q4_0_4_4, Q4_0_4_8, Q4_0_8_8: Q4_0 in another order
        34 => new(K, 54), // TQ1_0
        35 => new(K, 66), // TQ2_0
        36 or 37 or 38 => new(32, 18), // IQ4_NL_4_4, _4_8, _8_8
        39 => new(32, 17), // MXFP4
        40 => new(64, 36), // NVFP4
        _ => default,
    };
}
