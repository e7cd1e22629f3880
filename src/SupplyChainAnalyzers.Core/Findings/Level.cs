namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>What a surface does about a finding once the policy has decided.</summary>
public enum Level
{
    /// <summary>Not shown.</summary>
    None,

    /// <summary>Shown, fails nothing.</summary>
    Message,

    /// <summary>Shown as a warning, fails nothing.</summary>
    Warning,

    /// <summary>Fails the build; exit code 1.</summary>
    Error,
}
