namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>How much a finding weighs; ordered from weak to strong. Written in lower case everywhere.</summary>
public enum Mode
{
    /// <summary>Everything is a message: shows what the other modes would say and fails nothing.</summary>
    Audit,

    /// <summary>Integrity failures and malicious content are errors, doubts are warnings.</summary>
    Default,

    /// <summary>What could not be checked fails too.</summary>
    Strict,
}
