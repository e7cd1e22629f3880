namespace SupplyChainAnalyzers.Core.Json;

/// <summary>What a JSON text may cost. Every limit is inclusive.</summary>
public sealed record JsonLimits
{
    /// <summary>
    /// What models.lock is read with: 64 MiB hold some 400,000 files, 32 levels are four times what the format needs,
    /// and two million values are what such a file holds: more of them in less text is an attack on memory.
    /// </summary>
    public static readonly JsonLimits Default = new();

    /// <summary>Open objects and arrays at one place. The reader recurses, so this must stay far below 1,000.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Bytes of UTF-8, or UTF-16 code units when a string is read.</summary>
    public int MaxLength { get; init; } = 64 << 20;

    /// <summary>Values of any kind, nested ones included.</summary>
    public int MaxNodes { get; init; } = 2_000_000;
}
