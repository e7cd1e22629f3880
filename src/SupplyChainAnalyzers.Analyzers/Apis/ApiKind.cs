namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>How a member is used.</summary>
internal enum ApiKind
{
    /// <summary>Called.</summary>
    Method,

    /// <summary>Its type is created.</summary>
    Ctor,

    /// <summary>Assigned.</summary>
    Property,
}
