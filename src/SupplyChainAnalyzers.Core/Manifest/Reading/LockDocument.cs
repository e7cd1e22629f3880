using SupplyChainAnalyzers.Core.Documents;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>How faults of a lock are reported.</summary>
internal static class LockDocument
{
    public static readonly DocumentRules Rules = new()
    {
        Unreadable = Findings.Rules.LockUnreadable,
        Syntax = Findings.Rules.LockSyntax,
        Version = Findings.Rules.LockVersion,
        Duplicate = Findings.Rules.LockDuplicate,
        UnknownMember = Findings.Rules.LockUnknownMember,
        Value = Findings.Rules.LockValue,
        Limit = Findings.Rules.LockLimit,
        Conflict = Findings.Rules.LockConflict,
        Restore = "restore the file from git or run: models lock",
        Resolve = "take one side (git checkout --theirs models.lock) and run: models lock",
        Shrink = "split the models over several folders with a lock each",
    };

    /// <summary>The command that writes the model being read anew.</summary>
    public static string Relock(DocumentErrors errors)
        => errors.Model is { } name && ModelName.IsValid(name) ? "run: models lock " + name : "run: models lock";
}
