namespace SupplyChainAnalyzers.Core.Scanning.Signatures;

/// <summary>What the listing of a verified signature holds, by its section.</summary>
public static class SignatureListing
{
    /// <summary>Who signed, when, with what: a name, a colon, a value.</summary>
    public const string Signer = "signer";

    /// <summary>The trusted signer as models.lock records him; absent where nobody was trusted.</summary>
    public const string Recorded = "recorded";

    /// <summary>A file of the model that the signature does not cover; its path is the member.</summary>
    public const string Uncovered = "uncovered";
}
