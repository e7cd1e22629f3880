using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>A finding on the wire.</summary>
/// <param name="Rule">One of <see cref="IsContentRule"/>, or of the reasons to refuse a file.</param>
/// <param name="Severity">How bad it is here.</param>
/// <param name="Message">As it will be shown.</param>
/// <param name="Member">Member inside the file, raw.</param>
/// <param name="Offset">Byte offset in the file or member.</param>
/// <param name="Symbol">The name it is about, raw.</param>
internal sealed record ReportedFinding(Rule Rule, Severity Severity, string Message, string? Member = null, long? Offset = null, string? Symbol = null)
{
    /// <summary>What a scanned file can be found to be: 3xxx. A scanner has no say about locks, policies or signatures.</summary>
    public static bool IsContentRule(Rule rule) => rule.Id.StartsWith("SCA3", StringComparison.Ordinal);

    /// <summary>Why a file can be refused.</summary>
    public static bool IsRefusal(Rule rule) => rule == Rules.FileUnreadable || rule == Rules.FileChanging;
}
