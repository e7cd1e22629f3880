namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>310x: GGUF, GGML, and text beside weights of any format.</summary>
public static partial class Rules
{
    /// <summary>The overflows of llama.cpp and ggml begin here.</summary>
    public static readonly Rule GgufLie = new("SCA3100", "GGUF header contradicts itself or the file", Level.Error, Severity.High, taxa: Taxa.Memory);

    /// <summary>Readable for some loaders, refused by llama.cpp.</summary>
    public static readonly Rule GgufRefused = new("SCA3101", "GGUF file breaks the rules of its format", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Evasion);

    /// <summary>Metadata is for people and settings, not for programs.</summary>
    public static readonly Rule MetadataCode = new("SCA3102", "A model's metadata holds code", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Code);
}
