using SupplyChainAnalyzers.Analyzers.Addresses;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1003: the revision is a tag, a pull request, or the release that an asset hangs on.</summary>
internal sealed class MutableTag() : RevisionRule(Rules.MutableTag, "'{0}' of {1} is a tag, which can be moved; {2}")
{
    protected override bool Concerns(string reference, SinkUse use) =>
        reference.Length > 0
        && !CommitText.IsFull(reference)
        && !CommitText.IsAbbreviated(reference)
        && !FloatingNames.Contains(reference, Rules.FloatingRevision.Id, use.Options)
        && !use.Options.GetBool(Rule.Id, "allow_tags", fallback: false);
}
