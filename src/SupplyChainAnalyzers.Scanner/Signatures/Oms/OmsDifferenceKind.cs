namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>Ways in which a file is not as it was signed.</summary>
internal enum OmsDifferenceKind
{
    /// <summary>Signed, and not there.</summary>
    Missing,

    /// <summary>There, and not signed.</summary>
    Extra,

    /// <summary>Its bytes differ.</summary>
    Changed,

    /// <summary>A link where none may be.</summary>
    Link,

    /// <summary>Neither file nor link, or unreadable.</summary>
    Unreadable,
}
