using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>Tells what cannot move (a commit, a digest) from what can (a branch, a tag, a shortened commit).</summary>
internal static class RevisionFault
{
    // A commit of git. Hugging Face has no SHA-256 repositories.
    private const int CommitDigits = 40;

    // What git shortens a commit to, at least.
    private const int ShortestCommit = 7;

    /// <summary>Null when the revision cannot move; else the start of a message.</summary>
    public static string? Of(SourceType type, string revision)
    {
        var commit = type == SourceType.HuggingFace;
        if (commit ? Hex.Is(revision, CommitDigits) : LockValues.IsPrefixedSha256(revision))
            return null;

        var needed = commit ? "the commit (40 lower-case hex digits)"
            : type == SourceType.GitHub ? "the digest of the asset (sha256: and 64 lower-case hex digits)"
            : "the digest of the manifest (sha256: and 64 lower-case hex digits)";
        var (shown, lower) = (Printable.Of(revision), DigestFault.Lower(revision));
        var hex = Hex.Is(lower, lower.Length);
        if (commit && hex && revision.Length == CommitDigits)
            return $"The revision '{shown}' has upper-case hex digits; write {needed}";
        if (commit && hex && revision.Length is >= ShortestCommit and < CommitDigits)
            return $"The revision '{shown}' is a shortened commit, which another can match; write {needed}";

        return lower.StartsWith(LockValues.Sha256Prefix, StringComparison.Ordinal) || (hex && revision.Length > CommitDigits)
            ? $"The revision '{shown}' is malformed; write {needed}"
            : $"The revision '{shown}' can move; write {needed} and keep the name as resolvedFrom";
    }
}
