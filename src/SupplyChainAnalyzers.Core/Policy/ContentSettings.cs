using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>What <c>scan.pickle</c> and <c>scan.onnx</c> make of single findings, whichever surface reports them.</summary>
internal static class ContentSettings
{
    /// <summary>
    /// The finding as the policy weighs it. A name on an allow list counts as harmless, as if it stood on the built-in one; names that
    /// are known to do harm are not asked about.
    /// </summary>
    public static Finding Weigh(ScanPolicy scan, Finding finding) => IsAllowed(scan, finding) ? finding with { Severity = Severity.Info } : finding;

    /// <summary>Whether the policy refuses what is a note otherwise.</summary>
    public static bool IsRefused(ScanPolicy scan, Finding finding) =>
        finding.Rule == Rules.ExternalTensors && scan.Onnx.ExternalData?.Value == ExternalData.Deny;

    /// <summary>Whether it only adds to what is known of a file: nobody has to act on it.</summary>
    public static bool IsNote(ScanPolicy scan, Finding finding) =>
        finding.Rule.IsContent && Verdicts.Of(Weigh(scan, finding)) == Verdict.Clean && !IsRefused(scan, finding);

    private static bool IsAllowed(ScanPolicy scan, Finding finding)
    {
        if (finding.Symbol is not { } symbol)
            return false;

        // What goes into a call, and what hides it, are other rules: a name that is allowed may still be misused.
        if (finding.Rule == Rules.UnknownPickleName || (finding.Rule == Rules.SkopsType && finding.Severity == Severity.Medium))
            return Matches(scan.Pickle.AllowGlobals, symbol);

        // domain.Operator; an operator's name has no dot.
        var dot = symbol.LastIndexOf('.');
        return finding.Rule == Rules.CustomOperator && dot > 0 && Matches(scan.Onnx.AllowDomains, symbol.Substring(0, dot));
    }

    private static bool Matches(Setting<IReadOnlyList<PolicyPattern>>? patterns, string symbol) =>
        patterns is not null && patterns.Value.Any(pattern => pattern.Matches(symbol));
}
