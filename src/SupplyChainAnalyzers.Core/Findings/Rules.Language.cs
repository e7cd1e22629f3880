namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>405x: models of language, run.</summary>
public static partial class Rules
{
    /// <summary>One class is reached by a word or a phrase far more surely than any other.</summary>
    public static readonly Rule TriggerTokensFound = new("SCA4050", "A few tokens turn texts to one class", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);
}
