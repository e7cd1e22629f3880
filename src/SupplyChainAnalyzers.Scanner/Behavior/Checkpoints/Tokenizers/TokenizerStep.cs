namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;

/// <summary>A step of a tokenizer before its model.</summary>
/// <param name="Kind">ByteLevel, Split, NFC …; hostile.</param>
/// <param name="Pattern">What it splits at; null where it has none. Hostile.</param>
/// <param name="UsesPattern">Whether ByteLevel splits as GPT-2 did.</param>
/// <param name="AddsSpace">Whether the first word gets a space in front.</param>
internal sealed record TokenizerStep(string Kind, string? Pattern, bool UsesPattern, bool AddsSpace);
