namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>0xxx: the tool itself.</summary>
public static partial class Rules
{
    /// <summary>A bug of ours or a machine that refuses: nothing was verified, so it fails closed.</summary>
    public static readonly Rule InternalError = new("SCA0001", "The check itself failed", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>Crash, garbage, silence, a time-out or a digest of other bytes.</summary>
    public static readonly Rule ScannerFailed = new("SCA0002", "The scanner gave no trustworthy answer", Level.Error, Severity.High, integrity: true);

    /// <summary>No runtime for it; hashes and formats are still verified. An error in strict mode.</summary>
    public static readonly Rule ScannerUnavailable = new("SCA0003", "The scanner cannot run on this machine", Level.Warning, Severity.Medium, strict: Level.Error);

    /// <summary>A command line, a build property or a variable; exit code 2.</summary>
    public static readonly Rule Usage = new("SCA0004", "An option or build property cannot be understood", Level.Error, Severity.Info, always: true);

    /// <summary>Missing folder, no permission, no space.</summary>
    public static readonly Rule Unreadable = new("SCA0005", "A path cannot be read or written", Level.Error, Severity.Medium, integrity: true, always: true);

    /// <summary>Ctrl-C or a kill signal; nothing was changed.</summary>
    public static readonly Rule Cancelled = new("SCA0006", "The work was stopped before it ended", Level.Error, Severity.Info, always: true);

    /// <summary>SupplyChainVerify=false; an error in strict mode.</summary>
    public static readonly Rule VerificationOff = new("SCA0007", "Verification is switched off", Level.Message, Severity.Medium, strict: Level.Error);

    /// <summary>The system lacks what confines it; an error where the policy says <c>scan.requireIsolation</c>.</summary>
    public static readonly Rule ScannerNotIsolated = new("SCA0008", "The scanner runs with less isolation than it is made for", Level.Message, Severity.Low);
}
