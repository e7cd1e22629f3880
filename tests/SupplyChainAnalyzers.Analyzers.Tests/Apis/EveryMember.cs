using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.Tests.Apis;

/// <summary>A rule about everything, so that all names of the table count.</summary>
internal sealed class EveryMember() : ModelRule(Rules.ModelNotDeclared, "{0}")
{
    public override bool IsAbout(ApiMember member) => true;

    public override void Analyze(SinkUse use)
    {
    }
}
