using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>SCA0008: once, however many files were scanned.</summary>
public static class IsolationNote
{
    /// <summary>Null when everything held, or nothing was scanned.</summary>
    public static Finding? Of(IEnumerable<ScanResult> results)
    {
        string[] missing = [.. results.SelectMany(static result => result.MissingIsolation).Distinct(StringComparer.Ordinal)];
        return missing.Length == 0 ? null : new Finding(Rules.ScannerNotIsolated, Message(missing));
    }

    private static string Message(string[] missing)
    {
        // In the order of the protocol, so that the same machine says the same.
        var could = string.Join(", ", Isolation.All.Where(missing.Contains).Select(Could));
        return $"On this system a flaw in the scanner could {could}. Scan in a container, or on Linux 5.13 or newer";
    }

    private static string Could(string word) => word switch
    {
        Isolation.Filesystem => "open other files than the scanned ones",
        Isolation.Network => "use the network",
        Isolation.Processes => "reach other processes",
        _ => "use memory without limit",
    };
}
