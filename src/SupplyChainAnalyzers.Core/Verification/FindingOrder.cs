using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>By file, place, rule, message and subject, all ordinal: the same state of the disk gives the same report.</summary>
internal static class FindingOrder
{
    /// <summary>As <see cref="Comparison{T}"/> wants it.</summary>
    public static int Compare(DecidedFinding left, DecidedFinding right)
    {
        var (a, b) = (left.Finding, right.Finding);
        var order = string.CompareOrdinal(a.File, b.File);
        if (order == 0)
            order = a.Region.Line.CompareTo(b.Region.Line);
        if (order == 0)
            order = a.Region.Column.CompareTo(b.Region.Column);
        if (order == 0)
            order = string.CompareOrdinal(a.Rule.Id, b.Rule.Id);
        if (order == 0)
            order = string.CompareOrdinal(a.Message, b.Message);

        return order != 0 ? order : string.CompareOrdinal(a.Subject, b.Subject);
    }
}
