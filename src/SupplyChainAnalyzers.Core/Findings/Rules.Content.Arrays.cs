namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>305x: arrays, joblib, skops.</summary>
public static partial class Rules
{
    /// <summary>Shape, type or size that the file does not bear out.</summary>
    public static readonly Rule ArrayHeader = new("SCA3050", "Array header does not fit the file", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Memory);

    /// <summary>A note: what the pickle does is told apart.</summary>
    public static readonly Rule ObjectArray = new("SCA3051", "Array holds Python objects, which are unpickled", Level.Message, Severity.Info, taxa: Taxa.Code);

    /// <summary>Unknown, dangerous, or another than the one its loader asks about.</summary>
    public static readonly Rule SkopsType = new("SCA3052", "skops archive builds a type that is not known to be harmless", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Code);
}
