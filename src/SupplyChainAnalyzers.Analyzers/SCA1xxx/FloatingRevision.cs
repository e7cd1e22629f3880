using SupplyChainAnalyzers.Analyzers.Addresses;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1002: a hub client is told a branch, or an address that is fetched names one (<c>/resolve/main/</c>).</summary>
internal sealed class FloatingRevision() : RevisionRule(Rules.FloatingRevision, "'{0}' of {1} is a branch, which can move; {2}")
{
    protected override bool Concerns(string reference, SinkUse use) => FloatingNames.Contains(reference, Rule.Id, use.Options);
}
