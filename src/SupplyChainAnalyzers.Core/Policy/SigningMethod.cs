namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>How a signer is recognised. The policy chooses, never the signature.</summary>
public enum SigningMethod
{
    /// <summary>A public key.</summary>
    Key,

    /// <summary>A certificate that chains to a root.</summary>
    Certificate,

    /// <summary>Sigstore: an issuer and an identity.</summary>
    Sigstore,
}
