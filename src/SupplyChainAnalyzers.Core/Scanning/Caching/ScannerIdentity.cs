using System.Globalization;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Scanning.Caching;

/// <summary>
/// Which scanner would answer. Its rules and lists are in its assembly, so another version, build or list is another file; the rules'
/// severities are in this one.
/// </summary>
internal static class ScannerIdentity
{
    /// <summary>A text that changes with either; null when there is no scanner.</summary>
    public static string? Of(ScannerOptions options)
    {
        var stat = FileStat.Of(options.ScannerPath);
        return stat.Kind != FileKind.File ? null : string.Format(
            CultureInfo.InvariantCulture, "{0} {1} {2} {3}", options.ScannerPath, stat.Size, stat.Identity.ModifiedNs, typeof(ScannerIdentity).Module.ModuleVersionId);
    }
}
