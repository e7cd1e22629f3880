namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>404x: weights that are looked at and not run.</summary>
public static partial class Rules
{
    /// <summary>Sizes in the file are not those its own texts say, or not those of the base it changes.</summary>
    public static readonly Rule DeclarationWrong = new("SCA4040", "Weights do not fit what is declared", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Masquerade);

    /// <summary>An adapter that reaches farther than it says.</summary>
    public static readonly Rule ModulesNotDeclared = new("SCA4041", "Adapter changes modules that it does not declare", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>Advice: what is usual depends on base, rank and training.</summary>
    public static readonly Rule ModuleStandsOut = new("SCA4042", "One module of an adapter stands out", Level.Message, Severity.Low, strict: Level.Warning, taxa: Taxa.Behavior);

    /// <summary>All the reference's but a few matrices, changed as facts are written into a model.</summary>
    public static readonly Rule MatrixEdited = new("SCA4043", "Few matrices of a known model were edited", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>The embeddings of few tokens moved and others did not.</summary>
    public static readonly Rule EmbeddingRowsStandOut = new("SCA4044", "Embeddings of few tokens were changed", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>Not the reference's, or not the same in all files of the model.</summary>
    public static readonly Rule TemplateChanged = new("SCA4045", "Chat template differs", Level.Message, Severity.Low, strict: Level.Warning, taxa: Taxa.Behavior);

    /// <summary>It asks for a word of the user or for the date, or names an address.</summary>
    public static readonly Rule TemplateHasTrigger = new("SCA4046", "Chat template waits for words or dates", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>Other tokens, merges or meanings than the reference's.</summary>
    public static readonly Rule TokenizerChanged = new("SCA4047", "Tokenizer differs from the reference's", Level.Message, Severity.Low, strict: Level.Warning, taxa: Taxa.Behavior);
}
