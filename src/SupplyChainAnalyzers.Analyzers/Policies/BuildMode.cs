using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Options;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Analyzers.Policies;

/// <summary>The mode that holds: the stricter of the property SupplyChainMode and the policy's own, as in the build.</summary>
internal static class BuildMode
{
    private const string Property = "SupplyChainMode";

    /// <summary>What the property says. A word that is no mode fails the build by itself (SCA0004).</summary>
    public static Mode? Requested(AnalyzerConfigOptionsProvider options) =>
        Modes.TryParse(BuildProperty.Find(options, Property), Property, out var mode, out _) ? mode : null;

    public static Mode Of(AnalyzerOptions options)
    {
        var requested = Requested(options.AnalyzerConfigOptionsProvider);
        return PolicyReading.Find(options)?.Policy is { } policy ? new PolicyEvaluator(policy, requested).Mode : requested ?? Mode.Default;
    }
}
