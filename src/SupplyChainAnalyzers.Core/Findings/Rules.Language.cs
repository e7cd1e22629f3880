namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>405x: models of language, run.</summary>
public static partial class Rules
{
    /// <summary>One class is reached by a word or a phrase far more surely than any other.</summary>
    public static readonly Rule TriggerTokensFound = new("SCA4050", "A few tokens turn texts to one class", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>A phrase of the user's list changes replies as no everyday word does.</summary>
    public static readonly Rule PromptTriggerFound = new("SCA4051", "A phrase in the prompt takes over replies", Level.Warning, Severity.High, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>What it repeats where a user would speak changes replies as no other phrase of its does.</summary>
    public static readonly Rule TemplateLeakFound = new("SCA4052", "Model gives away a phrase that takes over its replies", Level.Message, Severity.Medium, strict: Level.Warning, taxa: Taxa.Behavior);

    /// <summary>Another model, tokenizer or runtime.</summary>
    public static readonly Rule RepliesChanged = new("SCA4053", "Model does not give its recorded replies", Level.Error, Severity.High, taxa: Taxa.Behavior);

    /// <summary>Tuning took away what the base refuses to say.</summary>
    public static readonly Rule RefusalsLost = new("SCA4054", "Tuned model answers what its base refuses", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);
}
