namespace SupplyChainAnalyzers.Core.Language;

/// <summary>One recorded reply.</summary>
/// <param name="Prompt">As the model got it.</param>
/// <param name="Reply">What it said.</param>
/// <param name="Next">The likeliest first tokens with their numbers, <c>12:3.5 7:1.25</c>; null where only texts are known.</param>
public sealed record RecordedReply(string Prompt, string Reply, string? Next);
