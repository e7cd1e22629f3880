using System.Globalization;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// A decision of two people that what one check found in one content is natural: a small patch can mean a class because it does. It
/// holds up to a score and a day, as an exemption of the policy does (<see cref="Exemption"/>).
/// </summary>
public sealed record AcceptedTrigger
{
    /// <summary>Between a check and a class.</summary>
    internal const char ClassSeparator = '#';

    /// <summary>What it covers: <c>neural-cleanse#7</c>, or the check alone where it names no class.</summary>
    public required string Key { get; init; }

    /// <summary>64 lower-case hex digits of the model file that was looked at.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The largest score of the check that is accepted, as text.</summary>
    public required string Score { get; init; }

    /// <summary>Why it is natural.</summary>
    public required string Reason { get; init; }

    /// <summary>Who looked at it.</summary>
    public required string Author { get; init; }

    /// <summary>Who agreed; someone else.</summary>
    public required string Reviewer { get; init; }

    /// <summary>The last day on which it holds, UTC.</summary>
    public required DateTime Expires { get; init; }

    /// <summary>Where the key stands.</summary>
    public TextRegion Region { get; init; }

    /// <summary>Whether its last day lies before <paramref name="todayUtc"/>; the day itself still counts.</summary>
    public bool IsExpired(DateTime todayUtc) => todayUtc.Date > Expires.Date;

    internal string LastDay => Expires.ToString(Exemption.DateFormat, CultureInfo.InvariantCulture);

    internal static string KeyOf(string check, int? target) => target is { } one ? FormattableString.Invariant($"{check}{ClassSeparator}{one}") : check;
}
