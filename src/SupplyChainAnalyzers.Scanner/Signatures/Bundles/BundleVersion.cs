namespace SupplyChainAnalyzers.Scanner.Signatures.Bundles;

/// <summary>Versions of the bundle format; each demands more evidence than the one before.</summary>
internal enum BundleVersion
{
    /// <summary>An inclusion promise is enough.</summary>
    V01,

    /// <summary>Every log entry has an inclusion proof.</summary>
    V02,

    /// <summary>As 0.2; a single certificate instead of a chain.</summary>
    V03,
}
