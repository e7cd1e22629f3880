namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;

/// <summary>A token beside the trained vocabulary, or one with a meaning of its own.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Text">Hostile.</param>
/// <param name="IsSpecial">Whether it is left out of shown text and never made from a user's words.</param>
internal sealed record AddedToken(long Id, string Text, bool IsSpecial);
