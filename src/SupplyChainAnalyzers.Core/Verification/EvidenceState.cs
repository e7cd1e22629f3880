namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>How much a signature counts; ordered.</summary>
public enum EvidenceState
{
    /// <summary>It does not hold; findings say why.</summary>
    Refused,

    /// <summary>It fits the files, and nobody is trusted for the model.</summary>
    Intact,

    /// <summary>It is valid and of a signer whom the policy trusts for the model.</summary>
    Trusted,
}
