using SupplyChainAnalyzers.Analyzers.Locks;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1004: the first digits of a commit. A branch or a tag of that name goes before it, and anybody may make one.</summary>
internal sealed class AbbreviatedCommit() : RevisionRule(Rules.AbbreviatedCommit, "'{0}' of {1} are the first digits of a commit, and can be the name of a branch too; {2}")
{
    protected override bool Concerns(string reference, SinkUse use) => CommitText.IsAbbreviated(reference);

    // Another commit than the one that was meant would not be an expansion.
    protected override Pin? FindPin(LockFacts facts, string repo, string? file, string reference) => facts.Pins.FindCommit(repo, reference);
}
