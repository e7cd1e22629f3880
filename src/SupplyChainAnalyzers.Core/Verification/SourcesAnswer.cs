namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>What a check of source files has to say.</summary>
/// <param name="Text">As the caller writes it down.</param>
/// <param name="IsRemembered">Whether an earlier check said it, and no file was opened.</param>
public sealed record SourcesAnswer(string Text, bool IsRemembered);
