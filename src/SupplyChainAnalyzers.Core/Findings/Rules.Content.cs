namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>3xxx: what is inside a model file.</summary>
public static partial class Rules
{
    /// <summary>Unknown, damaged or encrypted: nothing is known, so it is not clean.</summary>
    public static readonly Rule Unscannable = new("SCA3001", "File could not be inspected", Level.Warning, Severity.Medium, strict: Level.Error);

    /// <summary>Pickle and its family: a loader executes what the file says.</summary>
    public static readonly Rule CodeFormat = new("SCA3002", "File format can run code when it is opened", Level.Warning, Severity.Medium, strict: Level.Error);
}
