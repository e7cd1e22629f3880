namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>What a model takes and gives, as far as checks depend on it.</summary>
internal enum ModelKind
{
    /// <summary>Numbers: pictures, features.</summary>
    Numbers,

    /// <summary>Tokens, and it sorts the text into classes.</summary>
    Texts,

    /// <summary>Tokens, and it says which come next.</summary>
    Language,
}
