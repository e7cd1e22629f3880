namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>Why a process gave no whole answer.</summary>
internal enum ScannerFault
{
    /// <summary>It gave one.</summary>
    None,

    /// <summary>No runtime runs it: nothing hostile has been touched.</summary>
    Unavailable,

    /// <summary>It failed before it touched a file: starting it again would not help.</summary>
    NotStarted,

    /// <summary>It ended early. What it had said before stands.</summary>
    Crashed,

    /// <summary>It was killed for taking too long. What it had said before stands.</summary>
    TimedOut,

    /// <summary>It broke the protocol: nothing it said stands.</summary>
    Untrusted,
}
