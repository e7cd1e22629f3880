namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>How bad a thing is, whatever the policy makes of it. Written in lower case in JSON.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>A weakness that needs others to do harm.</summary>
    Low,

    /// <summary>A weakness an attacker can use.</summary>
    Medium,

    /// <summary>Harm is likely, or what was promised does not hold.</summary>
    High,

    /// <summary>Harm is certain once the file is used.</summary>
    Critical,
}
