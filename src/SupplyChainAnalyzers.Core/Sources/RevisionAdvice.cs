using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>What is wrong with a revision of a hub repository, in words, and what to do about it.</summary>
internal static class RevisionAdvice
{
    private const int CommitDigits = 40;
    private const int FewestDigits = 7;
    private const int ShownDigits = 12;

    /// <summary>Whether the revision can only ever be one content.</summary>
    public static bool IsCommit(string revision) => Hex.Is(revision.ToLowerInvariant(), CommitDigits);

    /// <summary>The rule about a revision in an address that is no full commit.</summary>
    public static Rule RuleFor(string revision) =>
        BranchNames.Contains(revision) ? Rules.FloatingRevision : IsAbbreviated(revision) ? Rules.AbbreviatedCommit : Rules.MutableTag;

    /// <summary>What is said of a revision that is no full commit; null stands for none.</summary>
    public static string Fault(string repo, string? revision)
    {
        var shown = Printable.Of(repo);
        if (revision is null)
            return $"'{shown}' is loaded without a revision and follows the default branch";

        var name = Printable.Of(BranchNames.Plain(revision));
        if (BranchNames.Contains(revision))
            return $"'{name}' of '{shown}' is a branch, which can move";

        return IsAbbreviated(revision)
            ? $"'{name}' of '{shown}' is an abbreviated commit, and a branch may be called that, too"
            : $"'{name}' of '{shown}' is a tag or branch, which can move";
    }

    private static bool IsAbbreviated(string revision) =>
        revision.Length is >= FewestDigits and < CommitDigits && Hex.Is(revision.ToLowerInvariant(), revision.Length);

    /// <summary>The next step.</summary>
    public static string Step(Pin? pin, HubPins pins)
    {
        if (pin is not null)
            return $"pin the commit that models.lock has for it, {pin.Commit.Substring(0, ShownDigits)}…";

        return pins.HasLock
            ? "write the 40-digit commit as its revision, or declare the model: run: models lock"
            : "write the 40-digit commit as its revision";
    }
}
