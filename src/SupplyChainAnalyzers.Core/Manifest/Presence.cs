namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>When a model's files have to be there. Written in lower case.</summary>
public enum Presence
{
    /// <summary>At every build.</summary>
    Checkout,

    /// <summary>After <c>models fetch</c>; absence is an error at publish and pack only.</summary>
    Fetch,

    /// <summary>At run time; the generated accessor checks.</summary>
    Deploy,

    /// <summary>Made by this build: no fixed hash.</summary>
    Built,

    /// <summary>Elsewhere, never fetched: verified where found.</summary>
    External,
}
