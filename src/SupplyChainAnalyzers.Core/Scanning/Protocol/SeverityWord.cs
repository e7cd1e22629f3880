using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>Severities as words. Not Enum.TryParse: that takes numbers and lists as well.</summary>
internal static class SeverityWord
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Low => "low",
        Severity.Medium => "medium",
        Severity.High => "high",
        _ => "critical",
    };

    public static Severity? Parse(string word) => word switch
    {
        "info" => Severity.Info,
        "low" => Severity.Low,
        "medium" => Severity.Medium,
        "high" => Severity.High,
        "critical" => Severity.Critical,
        _ => null,
    };
}
