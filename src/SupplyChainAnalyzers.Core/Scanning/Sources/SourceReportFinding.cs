using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Sources;

/// <summary>A finding in a source file, on the wire.</summary>
/// <param name="Rule">One about source code (SCA1xxx).</param>
/// <param name="Message">As it will be shown.</param>
/// <param name="Region">Where.</param>
internal sealed record SourceReportFinding(Rule Rule, string Message, TextRegion Region)
{
    /// <summary>Whether a source file can be at fault by this rule.</summary>
    public static bool Takes(Rule rule) => rule.Id.StartsWith("SCA1", StringComparison.Ordinal);
}
