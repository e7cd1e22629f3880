using System.Globalization;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>A decision of two people that one rule does not count for one content, until a day.</summary>
public sealed record Exemption
{
    /// <summary>The rule; never one that <see cref="Rule.CanBeExempted"/> excludes.</summary>
    public required Rule Rule { get; init; }

    /// <summary>64 lower-case hex digits of the content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The one name the finding is about (<see cref="Finding.Symbol"/>); null covers all findings of the rule in this content.</summary>
    public string? Symbol { get; init; }

    /// <summary>Why it is right.</summary>
    public required string Reason { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string Author { get; init; }

    /// <summary>Who agreed; someone else.</summary>
    public required string Reviewer { get; init; }

    /// <summary>The last day on which it holds, UTC.</summary>
    public required DateTime Expires { get; init; }

    /// <summary>Where the key stands.</summary>
    public required PolicyPlace Place { get; init; }

    /// <summary>The key in the policy.</summary>
    public string Key => KeyOf(Rule.Id, Sha256, Symbol);

    /// <summary>Whether its last day lies before <paramref name="todayUtc"/>; the day itself still counts.</summary>
    public bool IsExpired(DateTime todayUtc) => todayUtc.Date > Expires.Date;

    internal const string DateFormat = "yyyy-MM-dd";

    internal string LastDay => Expires.ToString(DateFormat, CultureInfo.InvariantCulture);

    internal const char SymbolSeparator = '#';

    internal static string KeyOf(string ruleId, string sha256, string? symbol) =>
        ruleId + "@sha256:" + sha256 + (symbol is null ? "" : SymbolSeparator + symbol);
}
