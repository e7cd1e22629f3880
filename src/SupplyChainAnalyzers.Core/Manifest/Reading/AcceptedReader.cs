using System.Globalization;
using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>Which findings of behavioural checks two people took for natural.</summary>
internal static class AcceptedReader
{
    // Recorded outputs are recorded anew; there is nothing natural about other ones.
    private const string Golden = "golden";

    public static OrdinalMap<AcceptedTrigger> Read(ShapedObject behavior, DocumentErrors errors)
    {
        var accepted = new List<KeyValuePair<string, AcceptedTrigger>>();
        foreach (var member in behavior.Map("accepted"))
        {
            if (BehaviorReader.IsFull(accepted.Count, "accepted", member.NameRegion, errors))
                break;
            if (Read(member, errors) is { } one)
                accepted.Add(new(one.Key, one));
        }

        return new OrdinalMap<AcceptedTrigger>(accepted);
    }

    private static AcceptedTrigger? Read(JsonMember member, DocumentErrors errors)
    {
        if (!IsKey(member.Name))
        {
            errors.Add(Rules.LockValue, $"'{Printable.Of(member.Name)}' is no check with the class it names; write neural-cleanse#7, or the check alone where it names none; golden is recorded anew instead", member.NameRegion);
            return null;
        }

        if (ShapedObject.Open(member.Value, LockShapes.Accepted, member.NameRegion, errors) is not { } entry)
            return null;

        var sha256 = LockValues.Sha256(entry, member.Name, errors, out _);
        var score = entry.Text("score", out var scoreRegion);
        var (reason, author, reviewer) = (entry.Text("reason"), entry.Text("author"), entry.Text("reviewer", out var reviewerRegion));
        var expires = entry.Text("expires", out var expiresRegion);
        var isWhole = true;
        if (score is not null && !BehaviorReader.IsNumber(score, mayBeNegative: false))
            isWhole = Wrong($"'score' is '{Printable.Of(score)}'; it must be a number that is not negative, as a text: \"1.4\"", scoreRegion);
        if (author is not null && reviewer is not null && string.Equals(author.Trim(), reviewer.Trim(), StringComparison.OrdinalIgnoreCase))
            isWhole = Wrong($"'{Printable.Of(member.Name)}' is reviewed by its own author '{Printable.Of(author)}'; name a second person", reviewerRegion);

        var day = default(DateTime);
        if (expires is not null && !DateTime.TryParseExact(expires, Exemption.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            isWhole = Wrong($"'expires' is '{Printable.Of(expires)}', which is no day; write 2027-06-30", expiresRegion);

        return !isWhole || sha256 is null || score is null || reason is null || author is null || reviewer is null || expires is null ? null : new AcceptedTrigger
        {
            Key = member.Name,
            Sha256 = sha256,
            Score = score,
            Reason = reason,
            Author = author,
            Reviewer = reviewer,
            Expires = day,
            Region = member.NameRegion,
        };

        bool Wrong(string message, TextRegion region)
        {
            errors.Add(Rules.LockValue, message, region);
            return false;
        }
    }

    private static bool IsKey(string text)
    {
        var parts = text.Split(AcceptedTrigger.ClassSeparator);
        return LockValues.IsWord(parts[0]) && parts[0] != Golden
            && (parts.Length == 1 || (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var target) && AcceptedTrigger.KeyOf(parts[0], target) == text));
    }
}
