namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;

/// <summary>What a tokenizer makes of text, as far as two of them can be compared.</summary>
/// <param name="Tokens">By their rows; null where there is none. Hostile.</param>
/// <param name="Merges">Which two tokens become one, in the order they are tried.</param>
/// <param name="Added">Ordered by row.</param>
/// <param name="Roles">Rows of the beginning, the end and the like, by name.</param>
internal sealed record TokenizerFacts(IReadOnlyList<string?> Tokens, IReadOnlyList<string> Merges, IReadOnlyList<AddedToken> Added, IReadOnlyDictionary<string, long> Roles)
{
    /// <summary>Rows of one tokenizer; the largest have a quarter million.</summary>
    public const int MaxTokens = 2_000_000;

    /// <summary>Null for a row without a token.</summary>
    public string? Text(long row) => row >= 0 && row < Tokens.Count ? Tokens[(int)row] : null;
}
